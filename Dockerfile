# One image for web, worker and migrations: the command chooses. How it is run: app/docs/operations.md.
# NODE_IMAGE may be pinned to the byte: --build-arg NODE_IMAGE=docker.io/library/node@sha256:…
ARG NODE_IMAGE=docker.io/library/node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /sixth
# No package's script runs. An existing file in place of its engines, which are never started, keeps Prisma from fetching them.
ENV PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node PRISMA_QUERY_ENGINE_LIBRARY=/usr/local/bin/node CHECKPOINT_DISABLE=1
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/.cache node_modules/.vite vite.config.ts tsconfig.json package-lock.json

FROM ${NODE_IMAGE}
# NODE_COMPILE_CACHE is unset on purpose: nothing is written, so the root filesystem may be read-only.
ENV NODE_ENV=production OPERATIONS_PORT=9464 CHECKPOINT_DISABLE=1
WORKDIR /sixth
COPY --from=build /sixth /sixth
# What runs can't change itself: the files are root's.
USER node
EXPOSE 3000
# Live, not ready: starting anew helps nobody while the database is away. Where OPERATIONS_HOST isn't this host, give another.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", \
  "fetch(`http://127.0.0.1:${process.env.OPERATIONS_PORT}/live`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process itself: it hears SIGTERM and has no children to bury.
CMD ["node", "app/server.ts"]
