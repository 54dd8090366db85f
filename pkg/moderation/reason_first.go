package moderation

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

// onWordsAll are the verdicts on words for which most reasons are given.
var onWordsAll = []Verdict{Ask, Fold, Remove, Pause, HoldFirst, Ban}

// firstReasons are the written reasons of a new site, in order. Those for taking words
// down are the forum's own, whose placeholders already say them.
var firstReasons = []Reason{
	{Slug: "private-details", Verdicts: []Verdict{Ask, Redact, Fold, Remove, Pause, Decline}},
	{Slug: "harm", Verdicts: []Verdict{Ask, Redact, Fold, Remove, NoteUnder, Pause, HoldFirst, Ban, Decline}},
	{Slug: "source", Verdicts: []Verdict{Ask, NoteUnder, Decline}},
	{Slug: "unkind", Verdicts: append([]Verdict{Redact, Decline}, onWordsAll...)},
	{Slug: "selling", Verdicts: append([]Verdict{Redact, RemoveAll, Decline}, onWordsAll...)},
	{Slug: "spam", Verdicts: append([]Verdict{RemoveAll, Decline}, onWordsAll...)},
	{Slug: "elsewhere", Verdicts: append([]Verdict{Redact, Decline}, onWordsAll...)},
	{Slug: "underage", Verdicts: append([]Verdict{Redact, Decline}, onWordsAll...)},
	{Slug: "illegal", Verdicts: append([]Verdict{Redact, RemoveAll, Decline}, onWordsAll...)},
	{Slug: "off-topic", Verdicts: []Verdict{Ask, Remove, Move, Lock, Decline}},
	{Slug: "double", Verdicts: []Verdict{Remove, Lock, Decline}},
	{Slug: "heated", Verdicts: []Verdict{Lock, Fold}},
	{Slug: "outdated", Verdicts: []Verdict{Lock, NoteUnder}},
	{Slug: "asked", Verdicts: []Verdict{Redact, Remove, Restore, Move, Lock}},
	{Slug: "danger", Verdicts: []Verdict{Redact}},
	{Slug: "mistake", Verdicts: []Verdict{Restore}},
	{Slug: lifeAtRisk, Verdicts: []Verdict{Unmask}},
	{Slug: "court-order", Verdicts: []Verdict{Unmask}},
}

// FirstWords lists the keys of the words that [Desk.Plant] asks for.
func FirstWords() []string {
	var keys []string
	for _, r := range firstReasons {
		key := "reason." + r.Slug
		keys = append(keys, key, key+".agreement", key+".message")
	}
	return keys
}

// Plant gives a new site its first written reasons, in the words that say finds for a
// language and a key. A site that has any keeps what it has.
func (d *Desk) Plant(ctx context.Context, languages []string, say func(language, key string) string) error {
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		if known, err := readReasons(ctx, tx); err != nil || len(known) > 0 {
			return err
		}
		tx.After(d.reasons.forget)
		for _, r := range firstReasons {
			r.Words = map[string]ReasonWords{}
			for _, l := range languages {
				key := "reason." + r.Slug
				r.Words[l] = ReasonWords{Title: say(l, key), Agreement: say(l, key+".agreement"), Message: say(l, key+".message")}
			}
			if err := r.check(); err != nil {
				return err
			}
			if err := insertReason(ctx, tx, r); err != nil {
				return err
			}
		}
		return nil
	})
}
