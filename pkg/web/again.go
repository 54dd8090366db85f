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
