package forum

import (
	"context"
	"strings"

	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/text"
)

// UncoverIn shows everybody all of a post, for the desk: a moderator has read what
// was covered.
func (f *Forum) UncoverIn(ctx context.Context, tx *db.Tx, id PostID) error {
	return f.onPost(ctx, tx, id, func(_ Thread, p Post) (err error) {
		if !p.Covered() {
			return nil
		}
		p.covers = nil
		if p.HTML, err = p.render(); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `UPDATE post SET cover = '', html = $1, renderer = $2, version = version + 1 WHERE id = $3`,
			p.HTML, text.RendererVersion, p.ID)
		if err != nil {
			return err
		}
		_, err = f.touch(ctx, tx, p.Thread)
		return err
	})
}

// LiftIn puts a thread first among those that nobody has answered, or back in its
// place, for the desk.
func (f *Forum) LiftIn(ctx context.Context, tx *db.Tx, id ThreadID, on bool) error {
	lift := 0
	if on {
		lift = 1
	}
	_, err := tx.Exec(ctx, `UPDATE thread SET lift = $1 WHERE id = $2`, lift, id)
	return err
}

// coversAfter returns what is covered of p once it says source, of what was just
// found in that: what stood there before, and a moderator has let everybody see, is
// not covered again.
func (p Post) coversAfter(source string, found text.Covers) (still text.Covers) {
	for _, c := range found {
		words := source[c.From:c.To]
		if strings.Contains(p.covers.Under(p.Source), words) && c.Why != text.CoverLink {
			continue
		}
		if c.Why == text.CoverLink && strings.Contains(p.Source, words) && !p.Covered() {
			continue
		}
		still = append(still, c)
	}
	return still
}

// uncover gives the author of covered posts all of their words, and everybody else
// no more than what they are shown. Moderators read the whole where they decide.
func (r *reading) uncover(ctx context.Context, replies []*Reply) error {
	for _, reply := range replies {
		if !reply.Covered() || reply.Removed() {
			continue
		}
		if !reply.Mine {
			reply.Source = reply.covers.Under(reply.Source)
			continue
		}
		p, err := findPostID(ctx, r.db, reply.ID)
		if err != nil {
			return err
		}
		if reply.Whole, err = text.RenderLong(p.Source); err != nil {
			return err
		}
	}
	return nil
}

// coversAgain returns what is covered of p, which was covered, once it says source.
func (f *Forum) coversAgain(p Post, source string) (all text.Covers) {
	if !p.Covered() {
		return nil
	}
	for _, m := range care.Distress(source).Means {
		all = append(all, text.Cover{From: m.From, To: m.To, Why: screen.CoverMeans})
	}
	if f.screen != nil {
		for _, c := range f.screen.Mask(source) {
			all = append(all, text.Cover(c))
		}
	}
	return all
}

// masked is what is covered in a change to a post by somebody whose posts would wait:
// it stands already, so its links and contact details are covered instead.
func (f *Forum) masked(seen looked) looked {
	if len(seen.Hold) > 0 && f.screen != nil && len(seen.Cover) == 0 {
		seen.Cover, seen.Flag = f.screen.Mask(seen.source), append(seen.Flag, seen.Hold...)
	}
	return seen
}
