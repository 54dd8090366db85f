package text

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// How much may be written. The limits are stated on the page before they bite.
const (
	// MaxCharacters of a post: some five printed pages.
	MaxCharacters = 10_000
	// MaxBytes of a post, room for 10,000 characters of any script. It also
	// bounds what rendering one costs.
	MaxBytes = 40 << 10
	// MaxLongBytes of a body that an import brings.
	MaxLongBytes = 1 << 20
	// MaxTitle is the length of a title in characters: about two lines on a
	// telephone.
	MaxTitle = 120
)

// ErrEmpty means that there are no words in what was written: only spaces, marks
// or somebody else's words.
var ErrEmpty = errors.New("nothing written")

// TooLong means that a text is longer than it may be.
type TooLong struct {
	By int // characters too many, at least 1
}

func (t TooLong) Error() string { return fmt.Sprintf("%d characters too long", t.By) }

// Check says whether source may be a post: nil, [ErrEmpty] or a [TooLong].
func Check(source string) error {
	source = Clean(source)
	if by := over(source, MaxCharacters, MaxBytes); by > 0 {
		return TooLong{By: by}
	}
	if blank(plainOf(source)) {
		return ErrEmpty
	}
	return nil
}

// CheckTitle says whether title may head a thread: nil, [ErrEmpty] or a
// [TooLong].
func CheckTitle(title string) error {
	title = CleanTitle(title)
	if by := over(title, MaxTitle, 4*MaxTitle); by > 0 {
		return TooLong{By: by}
	}
	if blank(title) {
		return ErrEmpty
	}
	return nil
}

// over returns how many characters must go for s to fit both limits.
func over(s string, characters, size int) int {
	n := utf8.RuneCountInString(s)
	fit := n
	for i, seen := 0, 0; i < len(s); seen++ {
		_, w := utf8.DecodeRuneInString(s[i:])
		if i += w; i > size {
			fit = seen
			break
		}
	}
	return n - min(fit, characters)
}

// blank tells whether nothing in s could be seen.
func blank(s string) bool {
	return strings.IndexFunc(s, visible) < 0
}
