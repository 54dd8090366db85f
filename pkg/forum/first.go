package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

// firstBoards are the boards of a new site, in order. A safe way to begin: what a
// frightened person looks for is public, what only peers need to know is not.
var firstBoards = []Board{
	{Slug: "just-diagnosed", Category: Medical, Audience: Public, Patch: "q-pin damson"},
	{Slug: "chemotherapy", Category: Medical, Audience: Public, Patch: "q-geese sky"},
	{Slug: "radiotherapy", Category: Medical, Audience: Public, Patch: "q-glass quince"},
	{Slug: "surgery-and-healing", Category: Medical, Audience: Public, Patch: "q-check moss"},
	{Slug: "side-effects", Category: Medical, Audience: Public, Patch: "q-dots rose"},
	{Slug: "scans-and-waiting", Category: Medical, Audience: Public, Patch: "q-stripe slate"},
	{Slug: "introductions", Category: Personal, Audience: Public, Patch: "q-gem sky"},
	{Slug: "how-you-are-feeling", Category: Personal, Audience: Members, Patch: "q-cabin rose"},
	{Slug: "looking-after-someone", Category: Personal, Audience: Members, Patch: "q-check quince"},
	{Slug: "telling-people", Category: Personal, Audience: Members, Patch: "q-pin moss"},
	{Slug: "work-and-money", Category: Personal, Audience: Public, Patch: "q-stripe damson"},
	{Slug: "living-with-cancer-that-cant-be-cured", Category: Personal, Audience: Members, Patch: "q-glass sky"},
	{Slug: "after-someone-dies", Category: Personal, Audience: Members, Patch: "q-dots slate"},
	{Slug: "stories", Category: Personal, Audience: Members, Patch: "q-geese quince"},
}

// firstLabels are the labels of a new site, in order.
var firstLabels = []string{"recurrence", "dying", "procedure-details", "bad-news", "fertility", "children", "faith", "money"}

// FirstWords lists the keys of the words that [Forum.Plant] asks for.
func FirstWords() []string {
	keys := []string{"board.safety"}
	for _, b := range firstBoards {
		keys = append(keys, "board."+b.Slug+".title", "board."+b.Slug+".purpose", "board."+b.Slug+".not_for")
	}
	for _, slug := range firstLabels {
		keys = append(keys, "label."+slug)
	}
	return keys
}

// Plant gives a new site its first boards and labels, in the words that say finds
// for a key. A site that has a board or a label already keeps what it has.
func (f *Forum) Plant(ctx context.Context, say func(key string) string) error {
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		if err := plantBoards(ctx, tx, say); err != nil {
			return err
		}
		if err := plantLabels(ctx, tx, say); err != nil {
			return err
		}
		f.current.raiseBoards(tx)
		return nil
	})
}

func plantBoards(ctx context.Context, tx *db.Tx, say func(key string) string) error {
	if known, err := boardSlugs(ctx, tx); err != nil || len(known) > 0 {
		return err
	}
	for _, b := range firstBoards {
		key := "board." + b.Slug
		b.Title, b.Purpose, b.NotFor, b.Opens = say(key+".title"), say(key+".purpose"), say(key+".not_for"), OpensMembers
		if b.Category == Medical {
			b.Safety = say("board.safety")
		}
		b = b.tidy()
		if err := b.check(); err != nil {
			return err
		}
		if _, err := insertBoard(ctx, tx, b); err != nil {
			return err
		}
	}
	return nil
}

func plantLabels(ctx context.Context, tx *db.Tx, say func(key string) string) error {
	if known, err := allLabels(ctx, tx); err != nil || len(known) > 0 {
		return err
	}
	for _, slug := range firstLabels {
		if _, err := insertLabel(ctx, tx, Label{Slug: slug, Title: say("label." + slug)}); err != nil {
			return err
		}
	}
	return nil
}
