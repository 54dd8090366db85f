package forum

import (
	"context"
	"errors"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/text"
)

// Living answers for what texts speak of: the posts they quote, as far as by may
// read them, and the names they mention. Nothing of it is stored, so who leaves is
// gone from every quote at once. link gives a post's address. The words for what
// is gone are the caller's to add.
func (f *Forum) Living(ctx context.Context, by account.Account, link func(post string) string, texts ...text.HTML) (text.Living, error) {
	return f.living(ctx, by, f.quotesApart, link, texts)
}

// LivingAtDesk is [Forum.Living] for those who look after a board: whom they would
// rather not see, they see there.
func (f *Forum) LivingAtDesk(ctx context.Context, by account.Account, link func(post string) string, texts ...text.HTML) (text.Living, error) {
	all := func(context.Context, account.Account, map[string]Post) (map[string]bool, error) { return nil, nil }
	return f.living(ctx, by, all, link, texts)
}

// apartOf tells which of some posts, by public id, by is not shown.
type apartOf func(ctx context.Context, by account.Account, posts map[string]Post) (map[string]bool, error)

func (f *Forum) living(ctx context.Context, by account.Account, apart apartOf, link func(post string) string, texts []text.HTML) (text.Living, error) {
	quotes, mentioned := spokenOf(texts)
	quoted, err := f.quoted(ctx, by, apart, quotes)
	if err != nil {
		return text.Living{}, err
	}
	for q, v := range quoted {
		v.Link = link(q.Post)
		quoted[q] = v
		mentioned = append(mentioned, text.Mentions(v.Words)...)
	}
	personal := false
	for _, v := range quoted {
		personal = personal || v.Unseen
	}
	names := map[string]account.Name{}
	if len(mentioned) > 0 {
		if names, err = namesCalled(ctx, f.db, mentioned); err != nil {
			return text.Living{}, err
		}
	}
	return text.Living{
		Name:  func(pid string) (string, bool) { return names[pid].Shown, names[pid].Shown != "" },
		Quote: func(q text.Quote) (text.Quoted, bool) { v, ok := quoted[q]; return v, ok },

		Personal: personal,
	}, nil
}

// Texts returns every text of the page that may quote or name somebody.
func (p *Page) Texts() []text.HTML {
	texts := []text.HTML{p.Thread.Short, p.Thread.Ending}
	for _, r := range p.all() {
		texts = append(texts, r.HTML, r.Kept, r.Whole)
		for _, n := range r.Notes {
			texts = append(texts, n.HTML)
		}
	}
	return slices.DeleteFunc(texts, func(h text.HTML) bool { return !h.Speaks() })
}

// spokenOf lists what texts quote and whom they name, each once.
func spokenOf(texts []text.HTML) (quotes []text.Quote, names []string) {
	listen := text.Living{
		Quote: func(q text.Quote) (text.Quoted, bool) {
			if !slices.Contains(quotes, q) {
				quotes = append(quotes, q)
			}
			return text.Quoted{}, false
		},
		Name: func(pid string) (string, bool) {
			if !slices.Contains(names, pid) {
				names = append(names, pid)
			}
			return "", false
		},
	}
	for _, h := range texts {
		if h.Speaks() {
			h.With(listen)
		}
	}
	return quotes, names
}

// quotedAtOnce is how many posts [Forum.quoted] asks for in one statement.
const quotedAtOnce = 32

// quoted returns what quotes stand for. Those of which by may read nothing are
// left out.
func (f *Forum) quoted(ctx context.Context, by account.Account, apartOf apartOf, quotes []text.Quote) (map[text.Quote]text.Quoted, error) {
	found := map[text.Quote]text.Quoted{}
	for some := range slices.Chunk(quotes, quotedAtOnce) {
		posts, err := quotedPosts(ctx, f.db, by, some)
		if err != nil {
			return nil, err
		}
		apart, err := apartOf(ctx, by, posts)
		if err != nil {
			return nil, err
		}
		for _, q := range some {
			p, ok := posts[q.Post]
			if !ok {
				continue
			}
			if apart[q.Post] {
				found[q] = text.Quoted{Unseen: true}
				continue
			}
			words, err := stillSays(ctx, f.db, p, q)
			if err != nil {
				return nil, err
			}
			if words != "" {
				found[q] = text.Quoted{By: p.By.Shown, Words: words}
			}
		}
	}
	return found, nil
}

// stillSays returns the words of p that q names, without what is covered, or nothing
// when its author has changed them since: earlier versions are for moderators, and whoever types the
// number of one must not get to read it.
func stillSays(ctx context.Context, r db.Reader, p Post, q text.Quote) (string, error) {
	p.Source = p.covers.Under(p.Source)
	if q.Revision == p.Revision {
		return q.Of(p.Source), nil
	}
	earlier, err := sourceOf(ctx, r, p.ID, q.Revision)
	if err != nil {
		return "", err
	}
	now := text.PartOf(p.Source, p.PID, p.Revision, q.Of(earlier))
	if now.To == 0 {
		return "", nil
	}
	return now.Of(p.Source), nil
}

// quotedPosts returns the posts that quotes name and that by may read, by public id.
func quotedPosts(ctx context.Context, r db.Reader, by account.Account, quotes []text.Quote) (map[string]Post, error) {
	args := make([]any, quotedAtOnce, quotedAtOnce+1)
	for i := range args {
		args[i] = ""
	}
	for i, q := range quotes {
		args[i] = q.Post
	}
	posts, err := db.All(ctx, r, scanWholePost, `
		SELECT `+wholePostColumns+`
		FROM post p JOIN thread t ON t.id = p.thread JOIN name n ON n.id = p.written_by LEFT JOIN account o ON o.id = n.account
		WHERE p.pid IN (`+db.In(1, quotedAtOnce)+`) AND p.removed_at IS NULL AND `+Visible(quotedAtOnce+1), append(args, Eyes(by))...)
	found := make(map[string]Post, len(posts))
	for _, p := range posts {
		found[p.PID] = p
	}
	return found, err
}

// sourceOf returns what a post said at an earlier revision, or nothing.
func sourceOf(ctx context.Context, r db.Reader, p PostID, revision int) (string, error) {
	source, err := db.One(ctx, r, db.Value[string], `SELECT v.source FROM revision v WHERE v.post = $1 AND v.number = $2`, p, revision)
	if errors.Is(err, db.ErrNone) {
		return "", nil
	}
	return source, err
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
