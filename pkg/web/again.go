package web

import (
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
)

// onceMore is why a form that holds a secret is shown again when its browser could
// not prove where it came from: what was typed into it stands on no page, not even
// on the one that asks again.
var onceMore = fault.New(fault.Invalid, "fault.cookies")

// waysBack lead from addresses that only forms go to back to the page that has the
// form: for whoever loads a refused form's address again, or signs in on the way.
var waysBack = []struct{ from, to string }{
	{"/sign-in/code", "/sign-in"},
	{"/sign-in/passkey", "/sign-in"},
	{"/recover/back", "/recover"},
	{"/recover/letter", "/recover"},
	{"/you/prove", "/you"},
	{"/you/stay", "/you"},
	{"/you/messages/seen", "/you/messages"},
	{"/you/messages/:message/again", "/you/messages"},
	{"/you/recovery/kept", "/you"},
	{"/you/account/about", "/you/account"},
	{"/you/account/language", "/you/account"},
	{"/you/account/passkeys/key/:passkey", "/you/account/passkeys"},
	{"/you/sessions/:session", "/you/account"},
}

func leadTo(path string) handler {
	return func(c *gin.Context) error { return goTo(c, path) }
}

// showAgain shows a form once more, as it was sent, with everything that why asks
// to be mended; with no why, as it is. A why that no change to the form would mend
// comes back.
func showAgain[T any](c *gin.Context, v view[T], page *T, f *frame, why error) error {
	if why == nil {
		return v.show(c, *page)
	}
	wrong, status, err := problems(*f, why)
	if err != nil {
		return err
	}
	if wait, ok := fault.Of(why).Args["Seconds"].(int); ok {
		c.Header("Retry-After", strconv.Itoa(wait))
	}
	f.refused(wrong)
	return v.showAs(c, status, *page)
}

// concerns reports whether err asks for something in a field to be mended.
func concerns(err error, field string) bool {
	for _, f := range fault.Of(err).All() {
		if f.Field == field {
			return true
		}
	}
	return false
}
