# One image for every role: `docker run IMAGE webhook`, `worker`, `scheduler`, `migrate`, `doctor`.
# Bases are pinned by tag; packages by the locks. The last stage has no compiler, no pip cache and no root.

FROM python:3.12.11-slim-bookworm AS base
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app

# ---- Python packages, from wheels alone
FROM base AS packages
COPY requirements/app.txt requirements/app.txt
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --no-deps --only-binary=:all: -r requirements/app.txt \
    && /venv/bin/python -m compileall -q /venv && rm -rf /venv/bin/pip* /venv/lib/python3.12/site-packages/pip*

# ---- What the pages load from npm packages; the contract's artefacts are committed
FROM node:22.17.0-bookworm-slim AS web
WORKDIR /src
COPY . .
RUN if [ -f webapp_static/package-lock.json ]; then cd webapp_static && npm ci --omit=dev --no-audit --no-fund; fi \
    && mkdir -p webapp_static

# ---- What the sandbox executes (development only)
FROM web AS sandbox
RUN cd contracts && npm ci --omit=dev --no-audit --no-fund

# ---- The program
FROM base AS final
RUN groupadd --gid 10001 app && useradd --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app \
    && mkdir -p var && chown app:app var
COPY --from=packages /venv /venv
COPY app app
COPY contracts/__init__.py contracts/escrow.py contracts/gas.json contracts/
COPY contracts/build contracts/build
COPY dialogs dialogs
COPY handlers handlers
COPY locales locales
COPY migrations migrations
COPY models models
COPY services services
COPY --from=web /src/webapp_static webapp_static
ENV PATH=/venv/bin:$PATH HOST=0.0.0.0 PORT=8080
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "-m", "app"]
CMD ["webhook"]

# ---- The same with the sandbox's chain, for development; the source is mounted over it
FROM final AS dev
USER root
COPY --from=web /usr/local/bin/node /usr/local/bin/node
COPY --from=sandbox /src/contracts contracts
USER 10001:10001
CMD ["run", "--reload"]
