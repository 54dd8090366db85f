package web

import (
	"errors"
	"strings"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

// guarded is what waits, what is folded, and what a moderator wrote under a post.
func (g *gallery) guarded() {
	ctx, kay := g.t.Context(), g.people["kay"]
	kay.Step = account.New
	_, err := g.Forum.Reply(ctx, kay, g.opening, forum.NewReply{Words: g.says.line + " https://example.org/page"})
	var held *forum.HeldError
	if !errors.As(err, &held) {
		g.t.Fatalf("nothing waits: %v", err)
	}
	g.held = held.Held.PID
	folded := g.answers("ben", g.opening, forum.NewReply{Words: g.says.body})
	g.tx(func(tx *db.Tx) error {
		id := g.postID(tx, folded)
		if err := g.Forum.FoldIn(ctx, tx, id, forum.ByFlags); err != nil {
			return err
		}
		if _, err := g.Forum.RedactIn(ctx, tx, id, strings.Fields(g.says.body)[:2], g.clock.now().Add(time.Hour)); err != nil {
			return err
		}
		_, err := g.Forum.NoteIn(ctx, tx, id, g.people["mo"].Name.ID, g.says.line, "https://example.org/"+g.held)
		return err
	})
	g.answers("kay", g.opening, forum.NewReply{Words: "I want to kill myself tonight. " + g.says.line})
}

// guardedSights are the pages of what waits. The rest stands on those of its thread.
func (g *gallery) guardedSights() []sight {
	return []sight{
		{route: "/held/:held", as: "kay", path: "/held/" + g.held}, {route: "/held/:held", as: "mo", path: "/held/" + g.held},
		{route: "POST /held/:held", as: "kay", path: "/held/" + g.held, send: []string{"do", "change", "version", "1", "words", ""}},
		{route: "/t/:thread", as: "kay", path: "/t/" + g.thread}, {route: "/you", as: "kay", path: "/you"},
	}
}
