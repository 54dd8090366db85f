package screen

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"math"
	"strings"

	"github.com/kindword/kindword/pkg/db"
)

// A text is known again by a few prints: of its runs of five words, the least keyed
// hash in each of four parts of them all (Broder's min-wise hashing, with one hash).
// Texts that share three of the four have most of their runs in common. A short text
// has one print, of all of it, and a very short one has none: many people say “thank
// you, all of you”.
const (
	printParts = 4
	enough     = 3  // prints in common
	runLength  = 5  // words
	leastWords = 12 // of a text that is known again at all
	longWords  = 40 // from here on it has four prints
	lookedAt   = 20 // newest posts with a print that are looked at
)

// Keep remembers the prints of post's words in place of those it had, in the
// transaction that writes them. With no words it forgets them: call it so when they
// are taken down for good, or a passage of them destroyed.
func (s *Screen) Keep(ctx context.Context, tx *db.Tx, post int64, source string) error {
	if err := deletePrints(ctx, tx, post); err != nil {
		return err
	}
	for _, p := range s.prints(source) {
		if err := insertPrint(ctx, tx, p, post); err != nil {
			return err
		}
	}
	return nil
}

// elsewhere reports whether the words of d stand in another post.
func (s *Screen) elsewhere(ctx context.Context, r db.Reader, d Draft) (bool, error) {
	prints := s.prints(d.Source)
	if len(prints) == 0 {
		return false, nil
	}
	shared := map[int64]int{}
	for _, p := range prints {
		posts, err := postsWith(ctx, r, p, lookedAt)
		if err != nil {
			return false, err
		}
		for _, post := range posts {
			if shared[post]++; shared[post] >= min(enough, len(prints)) && post != d.Post {
				return true, nil
			}
		}
	}
	return false, nil
}

// prints are those of somebody's own words in source.
func (s *Screen) prints(source string) [][]byte {
	words := ownWords(source)
	if len(words) < leastWords {
		return nil
	}
	if len(words) < longWords {
		return [][]byte{binary.BigEndian.AppendUint64(nil, s.hash(nil, words))}
	}
	var least [printParts]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	room := make([]byte, 0, 256)
	for i := range len(words) - runLength + 1 {
		h := s.hash(room, words[i:i+runLength])
		part := h % printParts
		least[part] = min(least[part], h)
	}
	var all [][]byte
	for _, h := range least {
		if h != math.MaxUint64 {
			all = append(all, binary.BigEndian.AppendUint64(nil, h))
		}
	}
	return all
}

// hash is the beginning of SHA-256 over the key and the words. Nobody without the key
// can make one, and none is long enough to be gone on with.
func (s *Screen) hash(room []byte, words []string) uint64 {
	room = append(room[:0], s.printKey...)
	for _, w := range words {
		room = append(append(room, w...), ' ')
	}
	sum := sha256.Sum256(room)
	return binary.BigEndian.Uint64(sum[:])
}

// ownWords are the folded words of source without what it quotes.
func ownWords(source string) (words []string) {
	for line := range strings.Lines(source) {
		if line = strings.TrimLeft(line, " \t"); strings.HasPrefix(line, ">") || strings.HasPrefix(line, "[quote:") {
			continue
		}
		eachWord(line, func(folded []byte, _, _ int) { words = append(words, string(folded)) })
	}
	return words
}
