package account

import (
	"strings"
	"testing"
)

func TestTenMillionNames(t *testing.T) {
	total, often := 0, 0
	for _, p := range coin().patterns {
		total += len(p.qualities) * len(p.things) * len(p.tails)
		often += p.often
	}
	if often != 100 {
		t.Errorf("of a hundred names, %d are made", often)
	}
	// Some of these are refused as unlucky or too long: counting every one takes
	// long, so the share that is kept is taken from a sample.
	kept, tries := 0, 0
	for range 20_000 {
		p := coin().patterns[9+pick(4)] // the patterns of three parts, which are nearly all
		tries++
		if _, ok := coin().join(p.qualities[pick(len(p.qualities))], p.things[pick(len(p.things))], p.tails[pick(len(p.tails))]); ok {
			kept++
		}
	}
	if sure := total / 100 * (100 * kept / tries); sure < 10_000_000 {
		t.Errorf("about %d names of %d", sure, total)
	}
}

func TestNoTwoWordsOfNamesAreConfusable(t *testing.T) {
	seen := map[string]string{}
	for _, list := range []string{"qualities", "flavours", "creatures", "plants", "foods", "places", "things"} {
		for _, w := range words(list) {
			s := skeleton(w)
			if other, ok := seen[s]; ok && other != w {
				t.Errorf("%s and %s", w, other)
			}
			seen[s] = w
		}
	}
}

// TestNamesAreKind holds the words names are made of against those that would hurt
// somebody here.
func TestNamesAreKind(t *testing.T) {
	unkind := strings.Fields(`
		pink teal purple lavender white gold golden silver grey gray blue orange lime yellow burgundy green red black emerald violet peach periwinkle
		lump scan needle drip port wig bald blood bone breast lung liver kidney bowel brain heart hand head foot skin cell node tumour tumor cancer crab
		chemo ward bed pill dose scar wound stitch stool thrush mole growth drain bag tube line mask gown
		death dead die dying grave coffin urn wake mourning last late final lost gone ghost lily poppy candle feather robin butterfly rainbow angel cairn
		god pray prayer church bible cross saint heaven hell soul lamb temple mosque psalm blessing
		brave warrior survivor fighter fight battle hero strong victim sufferer courage hope war
		fat thin frail weak old ugly bare naked wet hot`)
	for _, list := range []string{"qualities", "flavours", "creatures", "plants", "foods", "places", "things"} {
		for _, w := range words(list) {
			for _, u := range unkind {
				if strings.EqualFold(w, u) {
					t.Errorf("%s holds %s", list, w)
				}
			}
		}
	}
}

func TestEveryNameMadeCouldBeTyped(t *testing.T) {
	for range 20_000 {
		name := coin().make()
		if shown, err := fitName(name); err != nil || shown != name {
			t.Fatalf("%q: %v", name, err)
		}
	}
	for _, p := range coin().patterns { // each word at least once
		for _, th := range p.things {
			if _, err := fitName("Quiet " + th); err != nil {
				t.Errorf("%q: %v", th, err)
			}
		}
		for _, q := range p.qualities {
			if q == "" {
				continue
			}
			if _, err := fitName(q + " Heron"); err != nil {
				t.Errorf("%q: %v", q, err)
			}
		}
	}
}

func TestUnluckyPairsAreKeptApart(t *testing.T) {
	for _, pair := range [][3]string{{"Wooden", "Spoon", ""}, {"Wooden", "Spoon", "in Wool"}, {"Button", "Buttercup", ""}, {"Harbour", "Teapot", "at the Harbour"}} {
		if name, ok := coin().join(pair[0], pair[1], pair[2]); ok {
			t.Errorf("%q is made", name)
		}
	}
}
