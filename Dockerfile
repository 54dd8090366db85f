# A small image with one binary and nothing else to keep up.
FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=image
RUN CGO_ENABLED=1 go build -trimpath -tags sqlite_fts5,nomsgpack,netgo,osusergo \
      -ldflags "-s -w -X main.version=${VERSION} -linkmode external -extldflags -static" \
      -o /kindword ./cmd/kindword \
 && mkdir -p /data/forum /data/key && chmod 0700 /data /data/forum /data/key

FROM scratch
COPY --from=build /usr/share/zoneinfo /usr/share/zoneinfo
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build --chown=65532:65532 /data /data
COPY --from=build /kindword /kindword
USER 65532:65532
# The master key has a volume of its own, so that no backup of the data carries it.
ENV KINDWORD_DATA=/data/forum KINDWORD_KEY_FILE=/data/key/kindword.key KINDWORD_LISTEN=0.0.0.0:8080
VOLUME ["/data/forum", "/data/key"]
EXPOSE 8080
ENTRYPOINT ["/kindword"]
CMD ["serve"]
