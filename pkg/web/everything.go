package web

import (
	"html/template"
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/notice"
)

// everythingPage is the copy of everything, for people: a page that stands alone,
// to be read without the site and years later.
type everythingPage struct {
	frame
	Made  string // the day, in words
	Facts []fact // of the account
	Names []everythingName
}

// A fact is one thing that is kept, in words.
type fact struct{ What, Is string }

// everythingName is all that was written under one name.
type everythingName struct {
	Shown, About string
	OneThread    bool
	Threads      []everythingThread
	Posts        []everythingPost
	Drafts       []everythingDraft
	KindWords    []fact
	Acts         []fact
	Talks        [][]fact // with the moderators
	Flags        []fact
	Decided      [][]fact // about them or their words, with their appeals
}

type everythingThread struct {
	Title, Board, When string
	Short, Ending      template.HTML
}

type everythingPost struct {
	When, Note, Know, Removed string
	Words                     template.HTML
	Earlier                   []fact
}

type everythingDraft struct{ When, Title, Note, Words string }

var everythingView = newPart[everythingPage]("everything.html")

func (s *Server) everythingPage(c *gin.Context, all everything) everythingPage {
	f := s.frame(c)
	page := everythingPage{frame: f, Made: f.Day(s.Now()), Facts: f.factsOf(all.Account)}
	about := map[string]string{}
	for _, n := range all.Account.Names {
		about[n.PID] = n.About
	}
	for i, w := range all.Forum {
		n := f.everythingName(w, about[w.Address])
		if i < len(all.Messages) { // the same names, in the same order
			n.Talks = f.talksTakenAlong(all.Messages[i])
		}
		if i < len(all.Desk) {
			n.Flags, n.Decided = f.flagsTakenAlong(all.Desk[i]), f.decidedTakenAlong(all.Desk[i])
		}
		page.Names = append(page.Names, n)
	}
	return page
}

func (f frame) talksTakenAlong(w notice.Written) (all [][]fact) {
	for _, t := range w.Talks {
		var lines []fact
		for _, l := range t.Lines {
			lines = append(lines, fact{f.T("copy.said", "Name", l.By, "When", f.Moment(l.At)), l.Words})
		}
		all = append(all, lines)
	}
	return all
}

func (f frame) everythingName(w forum.Written, about string) everythingName {
	n := everythingName{Shown: w.Name, About: about, OneThread: w.OneThread}
	for _, t := range w.Threads {
		n.Threads = append(n.Threads, everythingThread{t.Title, t.Board, f.Moment(t.OpenedAt), t.ShortHTML.Template(), t.EndingHTML.Template()})
	}
	for _, p := range w.Posts {
		one := everythingPost{When: f.Moment(p.WrittenAt), Note: p.Note, Words: p.HTML.Template()}
		if p.Know != forum.NoKnow {
			one.Know = f.T("know."+string(p.Know)) + spaced(p.KnowLink)
		}
		if !p.RemovedAt.IsZero() {
			one.Removed = f.T("copy.removed", "When", f.Moment(p.RemovedAt))
		}
		for _, r := range p.Earlier {
			one.Earlier = append(one.Earlier, fact{f.Moment(r.WrittenAt), r.Words})
		}
		n.Posts = append(n.Posts, one)
	}
	for _, d := range w.Drafts {
		n.Drafts = append(n.Drafts, everythingDraft{f.Moment(d.SavedAt), d.Fields.Title, d.Fields.Note, d.Fields.Words})
	}
	for _, k := range w.KindWords {
		n.KindWords = append(n.KindWords, fact{f.T("copy.kind." + string(k.Kind)), f.dayOf(k.Day)})
	}
	for _, a := range w.Acts {
		n.Acts = append(n.Acts, fact{f.Moment(a.At), a.Act + " " + a.Subject + " " + a.Reason})
	}
	return n
}

// factsOf is what is kept of an account, in words. What is not kept of somebody is
// left out.
func (f frame) factsOf(e account.Export) (facts []fact) {
	add := func(key, is string) {
		if is != "" {
			facts = append(facts, fact{f.T("copy.fact." + key), is})
		}
	}
	yes := map[bool]string{true: f.T("copy.yes"), false: f.T("copy.no")}
	add("role", f.T("copy.role."+string(e.Role)))
	add("joined", f.dayOf(e.Joined))
	add("last", f.dayOf(e.LastHere))
	add("days", strconv.FormatInt(e.DaysHere, 10))
	add("read", strconv.FormatInt(e.PostsRead, 10))
	add("language", e.Language)
	add("passphrase", yes[e.Passphrase])
	add("app", yes[e.AuthenticatorApp])
	add("words", f.dayOf(e.WordsKept))
	if e.Email != nil {
		add("email", e.Email.Address+" ("+f.T("email.for."+string(e.Email.For))+")")
	}
	for _, p := range e.Passkeys {
		add("passkey", f.passkeyRow(p).Called)
	}
	for _, one := range e.Sessions {
		add("session", f.sessionRow(one, "").Called)
	}
	for _, day := range e.Browsers {
		add("browser", f.dayOf(day))
	}
	for _, a := range e.Agreed {
		add("agreed", f.dayOf(a.Day))
	}
	for _, name := range e.Unseen {
		add("unseen", name)
	}
	for _, words := range e.Muted {
		add("muted", words)
	}
	return facts
}

// dayOf is a day in words, or "" for none.
func (f frame) dayOf(d account.Day) string {
	if d == 0 {
		return ""
	}
	return f.Day(d.Time())
}
