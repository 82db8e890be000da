# syntax=docker/dockerfile:1
FROM python:3.12-slim-bookworm AS build
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /src
ENV UV_PROJECT_ENVIRONMENT=/opt/clausebell UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy
# Dependencies first: this layer stays while only our own code changes.
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --no-install-project
COPY README.md LICENSE ./
COPY bot bot
COPY config config
RUN uv sync --frozen --no-dev --no-editable

FROM python:3.12-slim-bookworm
# The distribution's server gets its security fixes with the image; the one in the wheel does not.
RUN apt-get update \
    && apt-get install --no-install-recommends -y redis-server \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --uid 10001 clausebell \
    && install -d -o clausebell -g clausebell /data
COPY --from=build /opt/clausebell /opt/clausebell
ENV PATH=/opt/clausebell/bin:$PATH CLAUSEBELL_DATA=/data LOG_FORMAT=json PYTHONUNBUFFERED=1
USER clausebell
VOLUME /data
STOPSIGNAL SIGTERM
ENTRYPOINT ["clausebell"]
CMD ["run"]
