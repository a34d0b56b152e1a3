# The service as a container image: docs/deploying.md says how to build and run it.
# Versions are pinned by tag. Pin them by digest too (tag@sha256:…) where a registry is not trusted.

FROM maven:3.9.16-eclipse-temurin-25-noble AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress -Dmaven.test.skip -Dspotless.check.skip -pl server -am package \
    && rm server/target/lib/embedded-postgres-binaries-darwin-*.jar

# Java learns here how to start the service faster: by the Java that runs it later, or it does not fit. A training that fails
# leaves an empty file, which only costs the speed.
FROM eclipse-temurin:25.0.4_7-jre-noble AS trained
COPY --from=build /src/server/target/lib /opt/entente/lib
COPY --from=build /src/server/target/entente.jar /opt/entente/entente.jar
RUN java -jar /opt/entente/entente.jar train || : > /opt/entente/service.aot

# With glibc, which PostgreSQL's programs need, and bash, which asks for the health: this image has no curl.
FROM eclipse-temurin:25.0.4_7-jre-noble
LABEL org.opencontainers.image.title="Entente" \
      org.opencontainers.image.description="Matches people to jobs, and can prove every point of every score." \
      org.opencontainers.image.licenses="Apache-2.0"

# An account with a name, because PostgreSQL does not start without one; only the data folder is its own.
RUN groupadd --gid 10001 entente \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/entente --shell /usr/sbin/nologin entente \
    && install --directory --owner=entente --group=entente --mode=0700 /var/lib/entente

COPY --from=build /src/server/target/lib /opt/entente/lib
COPY --from=build /src/server/target/entente.jar /opt/entente/entente.jar
COPY --from=build --chmod=0644 /src/server/service.options /opt/entente/service.options
COPY --from=trained /opt/entente/service.aot /opt/entente/service.aot

# The address makes a start without ENTENTE_API_KEY fail with a sentence, rather than answer to nobody.
ENV ENTENTE_HOME=/opt/entente \
    ENTENTE_DATA=/var/lib/entente \
    ENTENTE_ADDRESS=0.0.0.0

WORKDIR /opt/entente
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM

# A start after an upgrade may make all records again before it answers.
HEALTHCHECK --interval=10s --timeout=5s --start-period=10m --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/liveness HTTP/1.0\\r\\nHost: 127.0.0.1\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200'* ]]"]

# As the launcher starts it. Half of the container's memory is heap: what is left is for Java itself and PostgreSQL.
ENTRYPOINT ["java", "@/opt/entente/service.options", "-XX:MaxRAMPercentage=50", \
    "-XX:AOTCache=/opt/entente/service.aot", "-Xlog:aot*=off,cds*=off", "-jar", "/opt/entente/entente.jar"]
CMD ["serve"]
