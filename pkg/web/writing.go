package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/seal"
)

// A writing is a form for writing, as it was sent or is to be filled in.
type writing struct {
	target
	forum.Fields
	Draft   string    // public id of the draft it is kept in, if it is yet
	Version int64     // of that draft
	SavedAt time.Time // when it was kept
	Beside  string    // public id of another version of it, kept from another window
	Offered []string  // names made up for this conversation
	Made    string    // when the form was made empty, sealed: see made.go
	Trap    bool      // a field was filled in that people never see
	Fast    bool      // it came back faster than a person types

	// What was pressed.
	do      string
	safer   string // a detail to put into other words
	part    string // the words to quote
	quoteOf string // public id of the post they stand in
}

// readWriting reads the form for t. Line ends are those of a text, not of a form.
func readWriting(t target, form url.Values) writing {
	w := writing{target: t, Draft: form.Get("draft"), Offered: form["offered"],
		do: form.Get("do"), safer: form.Get("safer"), part: form.Get("part"), quoteOf: form.Get("quote_of"),
		Made: form.Get("made"), Trap: form.Get(trapField) != ""}
	w.Version, _ = strconv.ParseInt(form.Get("version"), 10, 64)
	w.Fields = forum.Fields{
		Title: form.Get("title"), Words: strings.ReplaceAll(form.Get("words"), "\r\n", "\n"),
		Wish: form.Get("wish"), Labels: form["label"], Audience: form.Get("audience"), Note: chosenNote(form),
		Know: form.Get("know"), KnowLink: strings.TrimSpace(form.Get("link")), Fresh: chosenFresh(form),
		AskOn: form.Get("ask_on"), FormKey: form.Get("key"),
	}
	w.Revision, _ = strconv.Atoi(form.Get("revision"))
	return w
}

// targetOf reads where a form's words are to go from the form itself.
func targetOf(form url.Values) target {
	return target{forum.DraftKind(form.Get("kind")), form.Get("board"), form.Get("post")}
}

// chosenNote is the content note: the author's own words, if they gave any.
func chosenNote(form url.Values) string {
	if own := strings.TrimSpace(form.Get("note")); own != "" {
		return own
	}
	return form.Get("note_of")
}

// chosenFresh is the name somebody wants for this conversation alone.
func chosenFresh(form url.Values) string {
	if own := strings.TrimSpace(form.Get("name")); own != "" {
		return own
	}
	return form.Get("fresh")
}

// anew gives the form a key of its own: a form of another key is another window,
// and neither writes over the other's words.
func (w writing) anew() writing {
	w.FormKey = seal.Token()
	return w
}

// emptyWriting is the form for p with nothing in it yet, or for a change what the
// post says now.
func emptyWriting(p place) writing {
	w := writing{target: p.target}
	switch p.Kind {
	case forum.DraftThread:
		if p.Board.Category == forum.Medical {
			w.Wish = string(forum.Shared)
		}
	case forum.DraftEdit:
		b := p.Before
		w.Words, w.Note, w.Know, w.KnowLink, w.Revision = b.Source, b.Note, string(b.Know), b.KnowLink, b.Revision
		if b.Opening() {
			w.Title = p.Thread.Title
		}
	}
	return w.anew()
}

// drafted is the form as it was kept in d.
func drafted(d forum.Draft) writing {
	return writing{target: target{d.Kind, d.Board, d.Post}, Fields: d.Fields,
		Draft: d.PID, Version: d.Version, SavedAt: d.SavedAt, Beside: d.Beside}
}

// SavedMilli is when w was kept, for a script to compare with its own copy.
func (w writing) SavedMilli() int64 {
	if w.SavedAt.IsZero() {
		return 0
	}
	return w.SavedAt.UnixMilli()
}

// draft is w as it is kept.
func (w writing) draft() forum.Draft {
	return forum.Draft{PID: w.Draft, Version: w.Version, Kind: w.Kind, Board: w.Board, Post: w.Post, Fields: w.Fields}
}

// check returns the fault of words that could not be posted as they are, as far as
// that can be told before they are. The verb that takes them decides.
func (w writing) check(p place) error {
	title := error(nil)
	if p.titled() {
		title = forum.CheckTitle(w.Title)
	}
	_, unclear := w.askOn()
	return fault.Fields(title, forum.CheckWords(w.Words), unclear)
}

// askOn is the day on which they want to be asked how it went.
func (w writing) askOn() (account.Day, error) {
	if w.AskOn == "" {
		return 0, nil
	}
	day, err := time.Parse(time.DateOnly, w.AskOn)
	if err != nil {
		return 0, fault.Field("ask_on", "fault.ask_on")
	}
	return account.DayOf(day), nil
}

// newThread, newReply and change are w for the verbs that take it.
func (w writing) newThread() (forum.NewThread, error) {
	day, err := w.askOn()
	return forum.NewThread{
		Key: w.FormKey, Title: w.Title, Words: w.Words, Wish: forum.Wish(w.Wish), Labels: slices.Clone(w.Labels),
		Audience: forum.Audience(w.Audience), Note: w.Note, AskOn: day, Name: w.Fresh, Draft: w.Draft, Trap: w.Trap, Fast: w.Fast,
	}, err
}

func (w writing) newReply() forum.NewReply {
	return forum.NewReply{Key: w.FormKey, Words: w.Words, Know: forum.Know(w.Know), Link: w.KnowLink, Note: w.Note, Name: w.Fresh, Draft: w.Draft, Trap: w.Trap, Fast: w.Fast}
}

func (w writing) change() forum.Change {
	return forum.Change{Revision: w.Revision, Title: w.Title, Words: w.Words, Know: forum.Know(w.Know), Link: w.KnowLink, Note: w.Note, Draft: w.Draft}
}
