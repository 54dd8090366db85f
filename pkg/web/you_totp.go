package web

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gin-gonic/gin"
	"rsc.io/qr"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// appPage sets up an authenticator app, or takes it away.
type appPage struct {
	mine
	On         bool           // an app is set up
	Passphrase bool           // that its code is asked for beside
	Key        account.AppKey // of a new one
	Secret     string         // of that, in groups that can be typed
	Code       qrCode         // the same for its camera
}

// qrCode is a code as the squares that are dark: one path of a drawing Size wide.
type qrCode struct {
	Size int
	Path string
}

var appView = newAccountPage[appPage]("app.html")

func (s *Server) readApp(c *gin.Context) error { return s.showApp(c, account.AppKey{}, nil) }

// showApp shows the page with key, which the app may have already, or else with a
// fresh one.
func (s *Server) showApp(c *gin.Context, key account.AppKey, why error) error {
	by := viewer(c)
	ways, err := s.Accounts.Ways(c.Request.Context(), by)
	if err != nil {
		return err
	}
	page := appPage{mine: s.mine(c, "app.title"), On: ways.App, Passphrase: ways.Passphrase || why != nil, Key: key}
	page.Crumbs = append(page.Crumbs, page.account())
	if !page.On && key.Secret == "" {
		if page.Key, err = s.Accounts.NewAppKey(by); err != nil {
			return err
		}
	}
	if !page.On {
		page.Secret = inFours(page.Key.Secret)
		if page.Code, err = qrOf(page.Key.URL); err != nil {
			return err
		}
	}
	return showAgain(c, appView, &page, &page.frame, why)
}

// inFours sets a secret in groups that can be read aloud.
func inFours(secret string) string {
	var groups []string
	for ; len(secret) > 4; secret = secret[4:] {
		groups = append(groups, secret[:4])
	}
	return strings.Join(append(groups, secret), " ")
}

// quiet is how many light squares a code needs around it to be found (ISO/IEC
// 18004).
const quiet = 4

func qrOf(text string) (qrCode, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return qrCode{}, fmt.Errorf("draw a code for an app: %w", err)
	}
	var path strings.Builder
	for y := range code.Size {
		for x := range code.Size {
			if code.Black(x, y) {
				fmt.Fprintf(&path, "M%d %dh1v1h-1z", x+quiet, y+quiet)
			}
		}
	}
	return qrCode{code.Size + 2*quiet, path.String()}, nil
}

func (s *Server) saveApp(c *gin.Context) error {
	form, err := posted(c)
	if errors.Is(err, errUnproven) {
		return s.showApp(c, account.AppKey{}, onceMore)
	}
	if err != nil {
		return err
	}
	said := "said.app_added"
	if form.Has("remove") {
		said, err = "said.app_removed", s.Accounts.RemoveApp(c.Request.Context(), viewer(c))
	} else {
		err = s.Accounts.KeepAppKey(c.Request.Context(), viewer(c), form.Get("code"))
	}
	switch fault.Of(err).Key {
	case "":
	case "fault.code_wrong":
		return s.showApp(c, account.AppKey{Secret: form.Get("secret"), URL: form.Get("url")}, err)
	default:
		return s.showApp(c, account.AppKey{}, err)
	}
	if err != nil {
		return err
	}
	s.tell(viewer(c), said)
	return goTo(c, "/you/account")
}
