package account

import (
	"context"
	"crypto/rand"
	"embed"
	"math/big"
	"slices"
	"strings"
	"sync"
)

// The lists of which names are made are our own. Their words are of things people
// are glad to meet, and hold nothing of bodies, illness, death, faith or battle, no
// colour that is a cancer's ribbon, and nothing that people who grieve see signs in.
//
//go:embed lists
var lists embed.FS

// A pattern is one way to make a name: a quality, a thing, and something after it.
// Any of the three may be missing.
type pattern struct {
	qualities []string
	things    []string
	tails     []string
	often     int // how many names in a hundred are made this way
}

// coinage is every pattern, and the pairs of words that do not go together.
type coinage struct {
	patterns []pattern
	unlucky  map[string]bool
}

var coin = sync.OnceValue(func() coinage {
	qualities, flavours := words("qualities"), words("flavours")
	creatures, plants, foods, places := words("creatures"), words("plants"), words("foods"), words("places")
	homely := append(words("things"), plants...)
	tails, servings := lines("tails"), lines("servings")
	none := []string{""}
	c := coinage{unlucky: map[string]bool{}, patterns: []pattern{
		{qualities, creatures, none, 25}, // Quiet Heron
		{qualities, homely, none, 25},    // Second Cardigan
		{qualities, foods, none, 5},      // Plain Toast
		{qualities, places, none, 5},     // Small Harbour
		{flavours, homely, none, 4},
		{flavours, foods, none, 4},
		{none, creatures, tails, 8}, // Wren in Wool
		{none, homely, tails, 6},
		{none, foods, servings, 3},
		{qualities, creatures, tails, 5},
		{qualities, homely, tails, 5},
		{flavours, homely, tails, 2},
		{append(qualities, flavours...), foods, servings, 3},
	}}
	for _, pair := range lines("unlucky") {
		c.unlucky[pair] = true
	}
	return c
})

// SuggestNames returns n different names that are free, no two of which begin alike.
func (a *Accounts) SuggestNames(ctx context.Context, n int) ([]string, error) {
	var names []string
	for len(names) < n {
		var hashes [][]byte
		tries := make([]string, 4*n)
		for i := range tries {
			tries[i] = coin().make()
			hashes = append(hashes, a.used(tries[i])...)
		}
		used, err := findUsed(ctx, a.db, hashes)
		if err != nil {
			return nil, err
		}
		for _, name := range tries {
			if len(names) < n && !slices.ContainsFunc(a.used(name), func(h []byte) bool { return contains(used, h) }) && !slices.ContainsFunc(names, func(o string) bool { return beginAlike(o, name) }) {
				names = append(names, name)
			}
		}
	}
	return names, nil
}

// make returns a name made at random.
func (c coinage) make() string {
	for {
		p, at := c.patterns[0], pick(100)
		for _, p = range c.patterns {
			if at -= p.often; at < 0 {
				break
			}
		}
		name, ok := c.join(p.qualities[pick(len(p.qualities))], p.things[pick(len(p.things))], p.tails[pick(len(p.tails))])
		if ok {
			return name
		}
	}
}

// join makes one name of its parts, unless they are better kept apart.
func (c coinage) join(quality, thing, tail string) (string, bool) {
	name := strings.TrimSpace(quality + " " + thing + " " + tail)
	if c.unlucky[quality+" "+thing] || len(name) > NameMost || repeats(name) {
		return "", false
	}
	return name, true
}

// repeats reports whether two words of name are too alike, as in Button Buttercup.
func repeats(name string) bool {
	all := strings.Fields(name)
	for i, a := range all {
		for _, b := range all[i+1:] {
			if len(a) > 3 && len(b) > 3 && a[:4] == b[:4] {
				return true
			}
		}
	}
	return false
}

func beginAlike(a, b string) bool {
	return strings.Fields(a)[0] == strings.Fields(b)[0]
}

func contains(all [][]byte, one []byte) bool {
	return slices.ContainsFunc(all, func(b []byte) bool { return string(b) == string(one) })
}

// pick returns a number below n, each as likely as the others.
func pick(n int) int {
	i, err := rand.Int(rand.Reader, big.NewInt(int64(n)))
	if err != nil {
		panic(err) // only when the machine has no randomness
	}
	return int(i.Int64())
}

func words(list string) []string { return strings.Fields(text(list)) }

func lines(list string) []string { return strings.Split(strings.TrimSpace(text(list)), "\n") }

func text(list string) string {
	b, err := lists.ReadFile("lists/" + list + ".txt")
	if err != nil {
		panic(err) // only when the program was built without it
	}
	return string(b)
}
