# The service with knowledge of your own:
# docker build -f deploy/knowledge.Dockerfile --build-arg BASE=standpunkt:0.1.0 -t standpunkt:0.1.0-avisa FOLDER
# FOLDER holds knowledge/ with parties.yaml, vocabulary/ and documents/.
ARG BASE=standpunkt:0.1.0
FROM ${BASE}
USER 0:0
RUN rm -r knowledge
COPY knowledge ./knowledge
# Fails where a document has an error; the question makes the snapshot, so that no replica reads documents at its start.
RUN node dist/cli/knowledge.js check && node dist/cli/ask.js hei
USER 1000:1000
