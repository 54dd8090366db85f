package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/text"
)

// Living answers for what the texts of a page speak of: the posts they quote, as
// far as by may read them, and the names they mention. Nothing of it is stored, so
// who leaves is gone from every quote at once. link gives a post's address.
//
// A quote costs a question each time it is first asked for; a name of the page none.
func (f *Forum) Living(ctx context.Context, by account.Account, page Page, link func(post string) string) text.Living {
	names := map[string]string{}
	for _, r := range page.all() {
		names[r.By.PID] = r.By.Shown
	}
	quotes := map[text.Quote]text.Quoted{}
	return text.Living{
		Name: func(pid string) (string, bool) {
			shown, known := names[pid]
			if !known {
				found, err := namesCalled(ctx, f.db, []string{pid})
				if err != nil {
					return "", false
				}
				shown = found[pid].Shown
				names[pid] = shown
			}
			return shown, shown != ""
		},
		Quote: func(q text.Quote) (text.Quoted, bool) {
			quoted, known := quotes[q]
			if !known {
				quoted = f.quoted(ctx, by, q)
				quoted.Link = link(q.Post)
				quotes[q] = quoted
			}
			return quoted, quoted.Words != ""
		},
	}
}

// quoted returns what q stands for, or no words when there is nothing that by may
// read.
func (f *Forum) quoted(ctx context.Context, by account.Account, q text.Quote) text.Quoted {
	type row struct{ shown, source string }
	found, err := db.One(ctx, f.db, func(r db.Row) (v row, err error) {
		err = r.Scan(&v.shown, &v.source)
		return v, err
	}, `
		SELECT n.shown, CASE WHEN p.revision = $1 THEN p.source ELSE coalesce((SELECT v.source FROM revision v WHERE v.post = p.id AND v.number = $1), '') END
		FROM post p JOIN thread t ON t.id = p.thread JOIN name n ON n.id = p.written_by
		WHERE p.pid = $2 AND p.removed_at IS NULL AND `+Visible(3), q.Revision, q.Post, Eyes(by))
	if err != nil {
		return text.Quoted{}
	}
	return text.Quoted{By: found.shown, Words: q.Of(found.source)}
}

// Quote returns the reference that stands for the part of the post called pid that
// reads like words, or for all of it, to be put into an answer.
func (f *Forum) Quote(ctx context.Context, by account.Account, pid, words string) (text.Quote, error) {
	_, p, err := findPost(ctx, f.db, by, pid)
	if err != nil {
		return text.Quote{}, err
	}
	if p.Removed() {
		return text.Quote{}, notHere()
	}
	return text.PartOf(p.Source, p.PID, p.Revision, words), nil
}
