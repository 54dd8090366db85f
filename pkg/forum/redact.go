package forum

import (
	"context"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

// RedactionID names passages that a moderator took out of a post.
type RedactionID int64

// RedactIn takes passages out of a post wherever they stand in it, in any case and
// however they are broken into lines, for the desk: out of its words and their
// earlier versions, its title, its note and its source, out of the moderators' notes
// under it, the short version and the ending of a thread it opened, and out of what is
// kept beside it (see [Beside]). [text.RedactedMark] stands in their place at once,
// also in every quote; until a moment the words are kept, sealed, for its author and
// those who decide. What somebody typed anew, in a post or a draft of
// their own, stays: it is another text.
func (f *Forum) RedactIn(ctx context.Context, tx *db.Tx, id PostID, passages []string, until time.Time) (RedactionID, error) {
	r := redaction{pid: seal.PublicID(), post: id, kept: kept{Passages: cleanPassages(passages), Places: map[string]string{}}}
	if len(r.kept.Passages) == 0 {
		return 0, fault.Field("passages", "fault.redact_nothing")
	}
	others, err := f.redactionsOf(ctx, tx, id)
	if err != nil {
		return 0, err
	}
	places, err := f.everyPlace(ctx, tx, id)
	if err != nil {
		return 0, err
	}
	out := passagesOf(others)
	for at, now := range places {
		whole := wholeOf(others, out, at, now)
		if after := r.kept.out(now); after != now {
			r.kept.Places[at], places[at] = whole, after
		} else {
			delete(places, at)
		}
	}
	if len(places) == 0 {
		return 0, fault.Field("passages", "fault.redact_nothing")
	}
	if err := f.putPlaces(ctx, tx, id, places, r.kept.Passages); err != nil {
		return 0, err
	}
	if err := f.setRedacted(ctx, tx, id, f.now()); err != nil {
		return 0, err
	}
	return f.insertRedaction(ctx, tx, r, f.now(), until)
}

// UnredactIn puts the words of a redaction back where they were, for the desk. Where
// its author has written other words meanwhile, those stay.
func (f *Forum) UnredactIn(ctx context.Context, tx *db.Tx, id RedactionID) error {
	r, err := f.redactionByID(ctx, tx, id)
	if err != nil {
		return err
	}
	all, err := f.redactionsOf(ctx, tx, r.post)
	if err != nil {
		return err
	}
	others := slices.DeleteFunc(slices.Clone(all), func(o redaction) bool { return o.id == id })
	out, still := passagesOf(all), passagesOf(others)
	places, err := f.everyPlace(ctx, tx, r.post)
	if err != nil {
		return err
	}
	for at, now := range places {
		whole, ours := r.kept.Places[at]
		if !ours || takenOut(whole, out) != now {
			delete(places, at)
			continue
		}
		places[at] = takenOut(whole, still)
	}
	if err := f.putPlaces(ctx, tx, r.post, places, nil); err != nil {
		return err
	}
	at := f.now()
	if still, err := destroyed(ctx, tx, r.post); err != nil {
		return err
	} else if !still {
		at = time.Time{}
	}
	if err := f.setRedacted(ctx, tx, r.post, at); err != nil {
		return err
	}
	return endRedaction(ctx, tx, id, f.now())
}

// putPlaces writes what stands in places of a post now, and gives it a new revision
// when its words changed: who is changing it right now must not write over that.
func (f *Forum) putPlaces(ctx context.Context, tx *db.Tx, id PostID, places map[string]string, passages []string) error {
	p, err := findPostID(ctx, tx, id)
	if err != nil {
		return err
	}
	if source, changed := places[inSource]; changed {
		gaps := spansOf(p.Source, passages)
		if err := keepAligned(ctx, tx, p, append(gaps, spansOf(p.Source, []string{text.RedactedMark})...)); err != nil {
			return err
		}
		if passages == nil {
			p.covers = f.coversAgain(p, source)
		} else {
			p.covers = p.covers.Moved(gaps, text.RedactedMark)
		}
		p.Source = source
		p.Revision++
		if p.HTML, err = p.render(); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE post SET source = $1, html = $2, renderer = $3, cover = $4, revision = $5 WHERE id = $6`,
			p.Source, p.HTML, text.RendererVersion, p.covers, p.Revision, p.ID)
		if err != nil {
			return err
		}
		if f.screen != nil {
			if err := f.screen.Keep(ctx, tx, int64(p.ID), p.Source); err != nil {
				return err
			}
		}
		delete(places, inSource)
	}
	for at, words := range places {
		if err := f.putAt(ctx, tx, id, at, words); err != nil {
			return err
		}
	}
	return nil
}
