package notice

import (
	"context"
	"errors"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/text"
)

// Word is what a moderator said with a decision to whoever it concerns.
type Word struct {
	Decision  string // public id
	Verdict   string
	Reason    string // its title, in the reader's language where there is one
	Agreement string // the agreement concerned, quoted as it stood
	Message   string
	By        account.Name
	At        time.Time
	Ends      time.Time // of a pause
	State     string    // "stands", "undone", "granted" …
	AskedAt   time.Time // when somebody else was asked to look, or zero
	Answer    Answer    // what they said, or ""
}

// WordOf returns what was said with the decision that n is about, or
// [fault.NotFound]. Only whom the decision concerns is told: for whoever flagged
// there is no such thing.
func (b *Box) WordOf(ctx context.Context, n Told, language string) (Word, error) {
	w, err := findWord(ctx, b.db, n.Data.Decision, n.Name, language)
	if errors.Is(err, db.ErrNone) {
		err = notHere()
	}
	return w, err
}

func scanWord(r db.Row) (w Word, err error) {
	err = r.Scan(append([]any{&w.Decision, &w.Verdict, &w.Reason, &w.Agreement, &w.Message, (*db.Time)(&w.At), (*db.Time)(&w.Ends), &w.State,
		(*db.Time)(&w.AskedAt), &w.Answer}, intoName(&w.By)...)...)
	return w, err
}

func findWord(ctx context.Context, r db.Reader, decision string, about account.NameID, language string) (Word, error) {
	return db.One(ctx, r, scanWord, `
		SELECT d.pid, d.verdict,
			COALESCE((SELECT w.title FROM reason_words w JOIN reason s ON s.id = w.reason WHERE s.slug = d.reason AND w.language = $1),
				(SELECT w.title FROM reason_words w JOIN reason s ON s.id = w.reason WHERE s.slug = d.reason AND w.language = 'en'), ''),
			d.agreement, d.message, d.decided_at, d.ends_at, d.state, a.written_at, COALESCE(a.answer, ''), `+nameColumns+`
		FROM decision d JOIN name n ON n.id = d.decided_by LEFT JOIN account o ON o.id = n.account LEFT JOIN appeal a ON a.decision = d.id
		WHERE d.pid = $2 AND d.about = $3 AND d.state IN ('stands', 'undone', 'granted')`, language, decision, about)
}

// Text is a post as its author gets it back, to change it and post it again.
type Text struct {
	Opening  bool
	Title    string
	Words    string // as they were typed, mentions by name
	Note     string
	Know     forum.Know
	KnowLink string
	Wish     forum.Wish
	Board    forum.Board
	Answers  string // public id of the post it answered
	Thread   string // public id
	Stands   bool   // it is not gone: it can be changed where it is
}

// TextOf gives by's own post that n is about back to them, whatever became of it, or
// [fault.NotFound] when its words are gone.
func (b *Box) TextOf(ctx context.Context, by account.Account, n Told) (t Text, err error) {
	if n.Kind == HeldDeclined {
		return b.declinedText(ctx, by, n)
	}
	if n.Data.Post == "" {
		return t, notHere()
	}
	p, err := b.forum.RemovedWords(ctx, by, n.Data.Post)
	if err != nil {
		return t, err
	}
	if p.By.ID != n.Name || !p.WipedAt.IsZero() {
		return t, notHere()
	}
	thread, err := forum.FindWholeThread(ctx, b.db, p.Thread)
	if err != nil {
		return t, err
	}
	t = Text{Opening: p.Opening(), Words: p.Source, Note: p.Note, Know: p.Know, KnowLink: p.KnowLink, Thread: thread.PID,
		Stands: !p.Removed() && !thread.Removed() && thread.MergedInto == 0}
	if t.Words, err = b.named(ctx, p.Source); err != nil {
		return t, err
	}
	if t.Board, err = b.forum.BoardID(ctx, thread.Board); err != nil {
		return t, err
	}
	if t.Opening {
		t.Title, t.Wish = thread.Title, thread.Wish
		return t, nil
	}
	up, err := forum.FindSubject(ctx, b.db, p.Parent)
	t.Answers = up.Post.PID
	return t, err
}

// declinedText gives back what was not posted, while its words are kept.
func (b *Box) declinedText(ctx context.Context, by account.Account, n Told) (t Text, err error) {
	h, err := b.forum.Held(ctx, by, n.Data.Held)
	if err != nil {
		return t, err
	}
	if h.By.ID != n.Name || h.Source == "" || h.State != forum.Declined {
		return t, notHere()
	}
	typed := h.Fields()
	t = Text{Opening: h.Kind == forum.DraftThread, Title: typed.Title, Words: typed.Words, Note: typed.Note, Know: forum.Know(typed.Know),
		KnowLink: typed.KnowLink, Wish: forum.Wish(typed.Wish), Answers: h.ParentPID}
	t.Board, err = b.forum.BoardID(ctx, h.Board)
	return t, err
}

// named gives a source back with every mention by name.
func (b *Box) named(ctx context.Context, source string) (string, error) {
	shown := map[string]string{}
	for _, pid := range text.Mentions(source) {
		n, err := account.FindName(ctx, b.db, pid)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return "", err
		}
		shown[pid] = n.Shown
	}
	return text.Unrefer(source, func(pid string) (string, bool) { return shown[pid], shown[pid] != "" }), nil
}
