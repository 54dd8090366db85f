package web

import "github.com/kindword/kindword/pkg/notice"

func (s *Server) lookFor(f frame, n notice.Told, w notice.Word) *messageLook { return nil }
