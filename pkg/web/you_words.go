package web

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/notice"
)

// copyPage offers a copy of everything somebody wrote or set.
type copyPage struct{ mine }

var copyView = newAccountPage[copyPage]("copy.html")

// everything is that copy, as other programs read it. People get the same as a page
// that needs nothing else: see everythingPage.
type everything struct {
	Account  account.Export       `json:"account"`
	Forum    []forum.Written      `json:"forum"`
	Messages []notice.Written     `json:"messages"`
	Desk     []moderation.Written `json:"desk"`
}

func (s *Server) readCopy(c *gin.Context) error {
	return copyView.show(c, copyPage{s.mine(c, "copy.title")})
}

// saveCopy sends the copy. It is made in memory, and kept nowhere.
func (s *Server) saveCopy(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	all, err := s.everythingOf(c)
	if err != nil {
		return err
	}
	html, err := everythingView.render(s.everythingPage(c, all))
	if err != nil {
		return err
	}
	packed, err := zipOf(all, html)
	if err != nil {
		return err
	}
	c.Header("Content-Disposition", `attachment; filename="my-words.zip"`)
	c.Data(http.StatusOK, "application/zip", packed)
	return nil
}

func (s *Server) everythingOf(c *gin.Context) (all everything, err error) {
	ctx, by := c.Request.Context(), viewer(c)
	if all.Account, err = s.Accounts.Export(ctx, by); err != nil {
		return all, err
	}
	if all.Forum, err = s.Forum.Export(ctx, by); err != nil {
		return all, err
	}
	if all.Messages, err = s.Notices.Export(ctx, by); err != nil {
		return all, err
	}
	all.Desk, err = s.Desk.Export(ctx, by)
	return all, err
}

func zipOf(all everything, html template.HTML) ([]byte, error) {
	text, err := json.MarshalIndent(all, "", "\t")
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	packed := zip.NewWriter(&out)
	for _, file := range []struct {
		name string
		what []byte
	}{{"my-words.html", []byte(html)}, {"my-words.json", text}} {
		w, err := packed.Create(file.name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(file.what); err != nil {
			return nil, err
		}
	}
	err = packed.Close()
	return out.Bytes(), err
}
