package web

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
)

const (
	// maxForm is room for the longest post in any script, escaped as browsers
	// escape it, in bytes.
	maxForm = 512 << 10
	// maxBody is how much of a longer one is read, so that its words can be given
	// back with the refusal, in bytes.
	maxBody = 2 << 20
)

// errUnproven says that a browser which tells nothing of where a form came from
// sent one without proof that it opened it here. The page asks once more.
var errUnproven = errors.New("form without proof of where it came from")

// posted returns the fields of the form a browser sent. It reads the body and
// nothing else: an address that fills in a form is somebody else's words.
func posted(c *gin.Context) (url.Values, error) {
	if err := take(c); err != nil {
		return nil, err
	}
	if !proven(c, c.Request.PostForm.Get("token")) {
		return nil, errUnproven
	}
	return c.Request.PostForm, nil
}

// take reads the body as a form into PostForm: as much of it as there is, so that
// the words come back whatever happens next.
func take(c *gin.Context) error {
	c.Request.PostForm = url.Values{}
	kind, _, _ := mime.ParseMediaType(c.GetHeader("Content-Type"))
	if kind != "application/x-www-form-urlencoded" {
		return fault.New(fault.Invalid, "fault.form")
	}
	body, err := io.ReadAll(http.MaxBytesReader(c.Writer, c.Request.Body, maxBody))
	fields, bad := url.ParseQuery(string(body))
	c.Request.PostForm = fields
	switch tooLong := new(http.MaxBytesError); {
	case errors.As(err, &tooLong) || len(body) > maxForm:
		return fault.New(fault.TooLarge, "fault.form_long")
	case err != nil || bad != nil:
		return fault.New(fault.Invalid, "fault.form")
	}
	return nil
}

// proven reports whether the form was opened in this browser, on this site. The
// browser says so itself, and [http.CrossOriginProtection] has believed it; from
// one that says nothing, such as lynx, the form's own token must.
func proven(c *gin.Context, token string) bool {
	if c.GetHeader("Sec-Fetch-Site") != "" || c.GetHeader("Origin") != "" {
		return true
	}
	secret := c.GetString("secret")
	raw, err := hex.DecodeString(token)
	if secret == "" || err != nil || len(raw) != 2*sha256.Size {
		return false
	}
	mask, masked := raw[:sha256.Size], raw[sha256.Size:]
	subtle.XORBytes(masked, masked, mask)
	want := proof(secret)
	return subtle.ConstantTimeCompare(masked, want[:]) == 1
}

// formToken is the proof a form carries, under a mask of its own: a page is
// compressed, and the same secret twice would show in its length.
func formToken(c *gin.Context) string {
	secret := c.GetString("secret")
	if secret == "" {
		return ""
	}
	var raw [2 * sha256.Size]byte
	rand.Read(raw[:sha256.Size])
	want := proof(secret)
	subtle.XORBytes(raw[sha256.Size:], want[:], raw[:sha256.Size])
	return hex.EncodeToString(raw[:])
}

// proof follows from the browser's cookie, which no other site can read, and leads
// nowhere back.
func proof(secret string) [sha256.Size]byte { return sha256.Sum256([]byte("kindword form " + secret)) }
