package main

import (
	"context"

	"github.com/kindword/kindword/pkg/site"
)

// firstSettings is what the site is set to until its operator sets it. The public
// writes on it once it has what it needs and its operator has opened it.
func (h *house) firstSettings() site.Settings {
	first := site.Defaults()
	first.Language, first.TimeZone = h.set.Language, h.set.TimeZone
	first.Closed = true
	return first
}

// first gives an empty site its boards, labels and agreements, in the words of
// its language. It does nothing the second time.
func (h *house) first(ctx context.Context) error {
	w := h.words.Match(h.set.Language)
	if err := h.forum.Plant(ctx, func(key string) string { return w.T(key) }); err != nil {
		return err
	}
	if h.accounts.Agreement().Version > 0 {
		return nil
	}
	_, err := h.accounts.WriteAgreement(ctx, w.T("agreements.words", "Age", h.site.Now().MinimumAge))
	return err
}
