package forum

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/text"
)

// Written is everything the forum keeps that was written or set under one name. It
// holds nobody else's words: a thread somebody answered in is named by its address.
type Written struct {
	Name      string            `json:"name"`
	Address   string            `json:"address"` // of the name
	OneThread bool              `json:"for_one_thread"`
	Threads   []WrittenThread   `json:"threads"`
	Posts     []WrittenPost     `json:"posts"`
	KindWords []WrittenKindWord `json:"kind_words"`
	Drafts    []Draft           `json:"drafts"`
	Held      []WrittenHeld     `json:"waiting_or_declined,omitempty"`
	DeskNotes []WrittenNote     `json:"notes_under_posts,omitempty"` // of a moderator
	Acts      []WrittenAct      `json:"acts"`                        // of a moderator or an operator
}

// WrittenThread is a thread that was opened under the name.
type WrittenThread struct {
	Address  string      `json:"address"`
	Board    string      `json:"board"`
	Title    string      `json:"title"`
	OpenedAt time.Time   `json:"opened_at"`
	Audience Audience    `json:"audience"`
	Wish     Wish        `json:"wish,omitempty"`
	Labels   []string    `json:"labels,omitempty"`
	Short    string      `json:"short,omitempty"`
	Ending   string      `json:"ending,omitempty"`
	AskOn    account.Day `json:"ask_on_day,omitempty"`

	ID         ThreadID  `json:"-"`
	ShortHTML  text.HTML `json:"-"` // as shown
	EndingHTML text.HTML `json:"-"`
}

// WrittenPost is a post that was written under the name.
type WrittenPost struct {
	Address    string            `json:"address"`
	Thread     string            `json:"thread"`
	Answers    string            `json:"answers,omitempty"` // address of the post it answers
	WrittenAt  time.Time         `json:"written_at"`
	ChangedAt  time.Time         `json:"changed_at,omitzero"`
	Words      string            `json:"words"`
	Note       string            `json:"note,omitempty"`
	Know       Know              `json:"know,omitempty"`
	KnowLink   string            `json:"know_link,omitempty"`
	RemovedAt  time.Time         `json:"removed_at,omitzero"`
	RemovedBy  RemovedBy         `json:"removed_by,omitempty"`
	RemovedFor string            `json:"removed_for,omitempty"`
	RedactedAt time.Time         `json:"redacted_at,omitzero"`
	TakenOut   []string          `json:"taken_out_by_a_moderator,omitempty"`
	Earlier    []WrittenRevision `json:"earlier_versions,omitempty"`

	ID    PostID    `json:"-"`
	HTML  text.HTML `json:"-"` // as shown to its author
	cover string
}

// WrittenRevision is what a post said before.
type WrittenRevision struct {
	Title     string    `json:"title,omitempty"`
	Words     string    `json:"words"`
	WrittenAt time.Time `json:"written_at"`

	Post PostID `json:"-"`
}

// WrittenKindWord is a kind word that was sent under the name.
type WrittenKindWord struct {
	Post string      `json:"post"` // address
	Kind KindWord    `json:"kind"`
	Day  account.Day `json:"day"`
}

// WrittenHeld is what was written under the name and waits for a moderator, or was
// not posted.
type WrittenHeld struct {
	Address string    `json:"address"`
	State   HeldState `json:"state"`
	SentAt  time.Time `json:"sent_at"`
	Why     []string  `json:"why"`
	Title   string    `json:"title,omitempty"`
	Words   string    `json:"words"`
	Note    string    `json:"note,omitempty"`
	Link    string    `json:"link,omitempty"`
}

// WrittenNote is what a moderator wrote under somebody's post.
type WrittenNote struct {
	Post      string    `json:"post"` // address
	WrittenAt time.Time `json:"written_at"`
	Link      string    `json:"link,omitempty"`
	Words     string    `json:"words"`
}

// WrittenAct is what a moderator or an operator did under the name.
type WrittenAct struct {
	At      time.Time `json:"at"`
	Act     string    `json:"act"`
	Subject string    `json:"subject"`
	Reason  string    `json:"reason,omitempty"`
}

// Export returns everything by wrote or set in the forum, under each of their names,
// their own first. It joins their names, so it is for their own eyes alone.
func (f *Forum) Export(ctx context.Context, by account.Account) ([]Written, error) {
	if by.Guest() {
		return nil, nil
	}
	names, err := f.accounts.NamesOf(ctx, f.db, by.ID)
	if err != nil {
		return nil, err
	}
	all := make([]Written, len(names))
	for i, name := range names {
		if all[i], err = f.written(ctx, f.db, name); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Disclose returns everything the forum holds about one name, for an operator who
// has to say. It leads to no other name of the same person.
func (f *Forum) Disclose(ctx context.Context, name account.Name) (Written, error) {
	return f.written(ctx, f.db, name)
}

func (f *Forum) written(ctx context.Context, r db.Reader, name account.Name) (w Written, err error) {
	w = Written{Name: name.Shown, Address: name.PID, OneThread: name.OneThread()}
	if w.Threads, err = writtenThreads(ctx, r, name.ID); err != nil {
		return w, err
	}
	if w.Posts, err = writtenPosts(ctx, r, name.ID); err != nil {
		return w, err
	}
	if err := f.withTakenOut(ctx, r, w.Posts); err != nil {
		return w, err
	}
	if w.KindWords, err = writtenKindWords(ctx, r, name.ID); err != nil {
		return w, err
	}
	if w.Drafts, err = draftsOf(ctx, r, f.keys.Load(), name.ID); err != nil {
		return w, err
	}
	if w.Held, err = writtenHeld(ctx, r, name.ID); err != nil {
		return w, err
	}
	if w.DeskNotes, err = writtenNotes(ctx, r, name.ID); err != nil {
		return w, err
	}
	entries, err := audit.By(ctx, r, name.ID)
	for _, e := range entries {
		w.Acts = append(w.Acts, WrittenAct{e.At, e.Act, e.Subject, e.Reason})
	}
	return w, err
}
