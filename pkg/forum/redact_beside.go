package forum

import (
	"context"
	"strings"

	"github.com/kindword/kindword/pkg/db"
)

// Beside keeps words about posts that stand outside the forum: what was written down at
// the desk, or said between an author and the moderators. A passage that is taken out
// of a post is taken out of them in the same transaction, and put back with it.
type Beside interface {
	// WordsAbout returns the words that have to do with a post, by where they stand.
	WordsAbout(ctx context.Context, r db.Reader, id PostID) (map[string]string, error)
	// PutWords writes other words in one of those places.
	PutWords(ctx context.Context, tx *db.Tx, at, words string) error
}

// KeepBeside has passages be taken out of what b keeps, too. It is called while the
// house is being built; name is b's own, and stays the same for good.
func (f *Forum) KeepBeside(name string, b Beside) { f.beside[name] = b }

// inBeside stands before the place of words that are kept beside, and their keeper.
const inBeside = "beside "

// besidePlaces returns the words that are kept beside a post.
func (f *Forum) besidePlaces(ctx context.Context, r db.Reader, id PostID) (map[string]string, error) {
	places := map[string]string{}
	for name, b := range f.beside {
		words, err := b.WordsAbout(ctx, r, id)
		if err != nil {
			return nil, err
		}
		for at, w := range words {
			if w != "" {
				places[inBeside+name+" "+at] = w
			}
		}
	}
	return places, nil
}

// everyPlace returns the words of every place that has to do with a post.
func (f *Forum) everyPlace(ctx context.Context, r db.Reader, id PostID) (map[string]string, error) {
	places, err := placesOf(ctx, r, id)
	if err != nil {
		return nil, err
	}
	beside, err := f.besidePlaces(ctx, r, id)
	for at, words := range beside {
		places[at] = words
	}
	return places, err
}

// putAt writes words in a place of a post or beside it, but for the post's source.
func (f *Forum) putAt(ctx context.Context, tx *db.Tx, id PostID, at, words string) error {
	if beside, ok := strings.CutPrefix(at, inBeside); ok {
		name, at, _ := strings.Cut(beside, " ")
		if b := f.beside[name]; b != nil {
			return b.PutWords(ctx, tx, at, words)
		}
	}
	return putPlace(ctx, tx, id, at, words)
}

// takeOutBeside takes the passages of r out of what was said beside its post since
// they were taken out of it.
func (f *Forum) takeOutBeside(ctx context.Context, tx *db.Tx, r redaction) error {
	places, err := f.besidePlaces(ctx, tx, r.post)
	if err != nil {
		return err
	}
	for at, words := range places {
		if after := r.kept.out(words); after != words {
			if err := f.putAt(ctx, tx, r.post, at, after); err != nil {
				return err
			}
		}
	}
	return nil
}
