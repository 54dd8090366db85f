package forum

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

// A reply waits where the post it answers stands now, wherever that was moved.
const selectHeld = `
	SELECT h.id, h.pid, h.kind, coalesce(t.board, h.board), coalesce(t.id, h.thread), coalesce(h.parent, 0), h.form, h.why, h.held_at, h.state,
		coalesce(h.post, 0), coalesce(up.pid, ''), coalesce(put.pid, ''), h.version, ` + nameColumns + `
	FROM held h JOIN name n ON n.id = h.name LEFT JOIN account o ON o.id = n.account
		LEFT JOIN post up ON up.id = h.parent LEFT JOIN thread t ON t.id = up.thread LEFT JOIN post put ON put.id = h.post `

func scanHeld(r db.Row) (h Held, err error) {
	var form, why string
	err = r.Scan(append([]any{&h.ID, &h.PID, &h.Kind, &h.Board, &h.Thread, &h.Parent, &form, &why, (*db.Time)(&h.HeldAt), &h.State,
		&h.Post, &h.ParentPID, &h.PostPID, &h.Version}, intoName(&h.By)...)...)
	if err != nil {
		return h, err
	}
	h.Why = strings.Fields(why)
	return h, h.read(form)
}

// read takes what h says from the form that its row keeps.
func (h *Held) read(form string) (err error) {
	if form == "" {
		return nil
	}
	if h.Kind == DraftThread {
		err = json.Unmarshal([]byte(form), &h.thread)
		h.Title, h.Source, h.Note = h.thread.Title, h.thread.Words, h.thread.Note
	} else {
		err = json.Unmarshal([]byte(form), &h.reply)
		h.Source, h.Note = h.reply.Words, h.reply.Note
	}
	if err != nil {
		return errors.New("what waits cannot be read as JSON") // err might repeat its words
	}
	h.HTML, err = text.RenderLong(h.Source)
	return err
}

// form returns what a row keeps of h: the form without what only its sending needed.
func (h Held) form() (string, error) {
	var plain []byte
	var err error
	if h.Kind == DraftThread {
		h.thread.Key, h.thread.Draft = "", ""
		plain, err = json.Marshal(h.thread)
	} else {
		h.reply.Key, h.reply.Draft = "", ""
		plain, err = json.Marshal(h.reply)
	}
	if err != nil {
		return "", errors.New("what waits cannot be written as JSON")
	}
	return string(plain), nil
}

// FindHeld returns what waits, or waited, by its id.
func FindHeld(ctx context.Context, r db.Reader, id HeldID) (Held, error) {
	h, err := db.One(ctx, r, scanHeld, selectHeld+`WHERE h.id = $1`, id)
	return h, orNotHere(err)
}

func insertHeld(ctx context.Context, tx *db.Tx, h Held, key []byte) (HeldID, error) {
	form, err := h.form()
	if err != nil {
		return 0, err
	}
	return db.One(ctx, tx, db.Value[HeldID], `
		INSERT INTO held (pid, kind, board, thread, parent, name, form, why, held_at, form_key)
		VALUES ($1, $2, $3, $4, NULLIF(CAST($5 AS BIGINT), 0), $6, $7, $8, $9, $10) RETURNING id`,
		seal.PublicID(), h.Kind, h.Board, h.Thread, h.Parent, h.By.ID, form, strings.Join(h.Why, " "), db.Time(h.HeldAt), key)
}

// rewriteHeld keeps what h says now, and why it waits.
func rewriteHeld(ctx context.Context, tx *db.Tx, h Held) error {
	form, err := h.form()
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `UPDATE held SET form = $1, why = $2, version = version + 1 WHERE id = $3`, form, strings.Join(h.Why, " "), h.ID)
	return err
}

// setHeld says what has become of h. Words that are elsewhere, or gone, are kept
// here no longer; those of what was declined are, until some time after ended.
func setHeld(ctx context.Context, tx *db.Tx, h Held, s HeldState, post PostID, ended time.Time) error {
	keeps := 0
	if s == Waiting && post == 0 || s == Declined {
		keeps = 1
	}
	_, err := tx.Exec(ctx, `
		UPDATE held SET state = $1, post = NULLIF(CAST($2 AS BIGINT), 0), ended_at = $3, version = version + 1,
			form = CASE WHEN CAST($4 AS BIGINT) = 1 THEN form ELSE '' END,
			form_key = CASE WHEN CAST($1 AS TEXT) = 'withdrawn' THEN NULL ELSE form_key END
		WHERE id = $5`, s, post, db.Time(ended), keeps, h.ID)
	return err
}

// sentBefore returns the post that came of a form, or what waits of it.
func (f *Forum) sentBefore(ctx context.Context, tx *db.Tx, formKey []byte) (*Post, *Held, error) {
	if p, err := postSent(ctx, tx, formKey); err != nil || p != nil || formKey == nil {
		return p, nil, err
	}
	h, err := db.One(ctx, tx, scanHeld, selectHeld+`WHERE h.form_key = $1`, formKey)
	switch {
	case errors.Is(err, db.ErrNone):
		return nil, nil, nil
	case err != nil:
		return nil, nil, err
	case h.State != Posted:
		return nil, &h, nil
	}
	p, err := findPostID(ctx, tx, h.Post)
	return &p, nil, err
}
