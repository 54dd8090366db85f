package web

import (
	"log/slog"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// keepWords keeps what was typed: as a member's draft, or sealed for a day as a
// guest's. The form then goes on from what was kept. Of an empty form there is
// nothing to keep.
func (s *Server) keepWords(c *gin.Context, w *writing) error {
	if w.Empty() && w.Draft == "" {
		return nil
	}
	by := viewer(c)
	if by.Guest() {
		return s.keepForGuest(c, w)
	}
	if err := s.sameDraft(c, w); err != nil {
		return err
	}
	kept, err := s.Forum.SaveDraft(c.Request.Context(), by, w.draft())
	if err != nil {
		return err
	}
	w.Draft, w.Version, w.SavedAt, w.Beside = kept.PID, kept.Version, kept.SavedAt, kept.Beside
	return nil
}

// sameDraft finds the draft that this form was kept in before: a form that is sent
// again after Back does not know it.
func (s *Server) sameDraft(c *gin.Context, w *writing) error {
	if w.Draft != "" || w.FormKey == "" {
		return nil
	}
	drafts, err := s.draftsHere(c)
	for _, d := range drafts {
		if d.Fields.FormKey == w.FormKey && (target{d.Kind, d.Board, d.Post}) == w.target {
			w.Draft, w.Version = d.PID, d.Version
			return nil
		}
	}
	return err
}

func (s *Server) keepForGuest(c *gin.Context, w *writing) error {
	if s.noCookies(c) {
		return fault.New(fault.Invalid, "fault.words_cookies")
	}
	before, _ := c.Cookie(s.cookie(formCookie))
	token, err := s.Forum.SaveGuestDraft(c.Request.Context(), before, w.draft())
	if err != nil {
		return err
	}
	s.setCookie(c, formCookie, token, aDay)
	c.Set("secret", token)
	c.Set("guest", token)
	w.SavedAt = s.Now()
	return nil
}

// noCookies reports whether this browser keeps none: whoever opened the form here
// has one, or had a session.
func (s *Server) noCookies(c *gin.Context) bool {
	_, noForm := c.Cookie(s.cookie(formCookie))
	return noForm != nil && !s.signedOut(c)
}

// signedOut reports whether a guest was signed in here, until their session ended.
func (s *Server) signedOut(c *gin.Context) bool {
	token, err := c.Cookie(s.cookie(sessionCookie))
	return viewer(c).Guest() && err == nil && token != ""
}

// tryToKeep keeps what was typed while something else has gone wrong already. It
// reports whether that worked.
func (s *Server) tryToKeep(c *gin.Context, w *writing) bool {
	err := s.keepWords(c, w)
	if err != nil && fault.Of(err).Kind == fault.Internal {
		failed(c, "words were not kept as a draft", err)
	}
	return err == nil
}

// failed logs what is ours to mend and does not end the request.
func failed(c *gin.Context, what string, err error) {
	slog.ErrorContext(c.Request.Context(), what, "route", c.FullPath(), "request", c.GetString("request"), "err", err)
}

// guestToken names what this browser's guest began to write.
func (s *Server) guestToken(c *gin.Context) string {
	if token := c.GetString("guest"); token != "" {
		return token
	}
	token, _ := c.Cookie(s.cookie(formCookie))
	return token
}

// begun returns what somebody began to write for t, the latest of it, or nothing.
func (s *Server) begun(c *gin.Context, t target) (writing, bool, error) {
	drafts, err := s.draftsHere(c)
	if err != nil {
		return writing{}, false, err
	}
	for _, d := range drafts {
		if (target{d.Kind, d.Board, d.Post}) != t {
			continue
		}
		w := drafted(d)
		if viewer(c).Member() {
			w = w.anew() // a guest's form is known by its key
		}
		return w, true, nil
	}
	return writing{}, false, nil
}

// draftsHere are the latest of what whoever asks began to write.
func (s *Server) draftsHere(c *gin.Context) ([]forum.Draft, error) {
	if by := viewer(c); by.Member() {
		page, err := s.Forum.Drafts(c.Request.Context(), by, false, "")
		return page.Drafts, err
	}
	token := s.guestToken(c)
	if token == "" {
		return nil, nil
	}
	drafts, err := s.Forum.GuestDrafts(c.Request.Context(), token)
	if fault.Is(err, fault.NotFound) {
		return nil, nil
	}
	return drafts, err
}

// dropCopies throws away older drafts of the same form: whoever was signed out
// while they wrote has one from before and one from after.
func (s *Server) dropCopies(c *gin.Context, by account.Account, d forum.Draft) error {
	page, err := s.Forum.Drafts(c.Request.Context(), by, false, "")
	if err != nil || d.Fields.FormKey == "" {
		return err
	}
	for _, other := range page.Drafts {
		if other.PID != d.PID && other.Fields.FormKey == d.Fields.FormKey && !other.SavedAt.After(d.SavedAt) {
			if err := s.Forum.ThrowDraft(c.Request.Context(), by, other.PID); err != nil {
				return err
			}
		}
	}
	return nil
}
