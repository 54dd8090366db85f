package web

import (
	"time"

	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/notice"
)

// messages are what the gallery's people were told.
type messages struct {
	down, pause, flag, how, urgent string // public ids of notices
	talk                           string
}

// tellThem has people told things, and write to the moderators.
func (g *gallery) tellThem() {
	ctx, ann := g.t.Context(), g.people["ann"]
	reply := g.town.reply("ann", g.opening, g.says.body)
	g.must(g.Forum.Remove(ctx, g.people["mo"], reply.PID, forum.RemoveReasons[0]))
	g.messages.down = g.decided(reply, "remove", g.says.purpose)
	g.messages.pause = g.told(ann.Name.ID, notice.Decided, "decision two", notice.Data{Verdict: "pause", Until: g.clock.now().Add(72 * time.Hour)})
	g.messages.flag = g.told(ann.Name.ID, notice.FlagAnswered, "decision three", notice.Data{Outcome: notice.Cared})
	g.messages.how = g.told(ann.Name.ID, notice.AskHow, "thread", notice.Data{Thread: g.thread})
	g.told(g.mask.ID, notice.HeldPosted, "held", notice.Data{Thread: g.thread})
	g.messages.urgent = g.told(g.people["mo"].Name.ID, notice.UrgentCalled, "case", notice.Data{Case: "0123456789abc"})
	talk, err := g.Notices.BeginTalk(ctx, ann, notice.TalkAbout{Notice: g.messages.down}, "", g.says.body[:min(len(g.says.body), 900)])
	g.must(err)
	g.must(g.Notices.Say(ctx, g.people["mo"], talk.PID, "", g.says.line))
	g.messages.talk = talk.PID
	_, err = g.Notices.BeginTalk(ctx, g.people["ben"], notice.TalkAbout{}, "", g.says.line)
	g.must(err)
}

// toldSights are messages and what leads on from them.
func (g *gallery) toldSights() (all []sight) {
	for _, pid := range []string{g.messages.down, g.messages.pause, g.messages.flag, g.messages.how} {
		all = append(all, sight{route: "/you/messages/:message", as: "ann", path: "/you/messages/" + pid})
	}
	down := "/you/messages/" + g.messages.down
	return append(all,
		sight{route: "/you/messages", as: "ann", path: "/you/messages"}, sight{route: "/you/messages", as: "kay", path: "/you/messages"},
		sight{route: "/you/messages/:message", as: "mo", path: "/you/messages/" + g.messages.urgent},
		sight{route: "/you/messages/write", as: "ann", path: "/you/messages/write"},
		sight{route: "/you/messages/:message/write", as: "ann", path: down + "/write"},
		sight{route: "POST /you/messages/:message/write", as: "ann", path: down + "/write", send: []string{"words", "", "key", "a"}},
		sight{route: "/you/talks/:talk", as: "ann", path: "/you/talks/" + g.messages.talk},
		sight{route: "POST /you/talks/:talk", as: "ann", path: "/you/talks/" + g.messages.talk, send: []string{"words", "", "key", "b"}},
		sight{route: "/you/messages/:message/look-again", as: "ann", path: down + "/look-again"},
		sight{route: "/p/:post/flag", path: "/p/" + g.reply + "/flag"}, sight{route: "/p/:post/flag", as: "ann", path: "/p/" + g.reply + "/flag?sent=care"},
		sight{route: "POST /p/:post/flag", as: "ann", path: "/p/" + g.reply + "/flag", send: []string{"door", "conduct", "kind", "other", "words", ""}},
		sight{route: "/t/:thread/flag", as: "ben", path: "/t/" + g.thread + "/flag"}, sight{route: "/t/:thread/flag", as: "ben", path: "/t/" + g.thread + "/flag?sent=conduct"},
		sight{route: "/u/:name/flag", as: "ben", path: "/u/" + g.people["ann"].Name.PID + "/flag"},
		sight{route: "/desk/talks", as: "mo", path: "/desk/talks"}, sight{route: "/desk/talks", as: "mo", path: "/desk/talks?of=settled"},
		sight{route: "/desk/talk/:talk", as: "mo", path: "/desk/talk/" + g.messages.talk},
	)
}
