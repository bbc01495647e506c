/** Certificates as they are shown by a service, or as they were put in the registry. Nothing is trusted here: the point is to see what is about to end, ended included. */
import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import tls from "node:tls";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Certificati, Certificato } from "../../ports/scadenze.ts";

const TEMPO_MILLISECONDI = 5_000;

const describeCertificato = ({ subject, validTo }: X509Certificate): Esito<Certificato> => {
  const scade = new Date(validTo);
  if (Number.isNaN(scade.getTime())) return ko("la data di scadenza del certificato non si legge");
  return ok({ soggetto: subject.split("\n").join(","), scade: scade.toISOString() });
};

export const certificatiTls: Certificati = {
  ofServizio: (host, porta) =>
    new Promise((resolve) => {
      const opzioni = {
        host,
        port: porta,
        ...(isIP(host) === 0 && { servername: host }),
        rejectUnauthorized: false,
        timeout: TEMPO_MILLISECONDI,
      };
      const socket = tls.connect(opzioni, () => {
        const certificato = socket.getPeerX509Certificate();
        socket.destroy();
        resolve(certificato ? describeCertificato(certificato) : ko("il servizio non mostra un certificato"));
      });
      socket.on("timeout", () => {
        socket.destroy();
        resolve(ko(`nessuna risposta entro ${TEMPO_MILLISECONDI} ms`));
      });
      socket.on("error", (errore) => resolve(ko("code" in errore ? String(errore.code) : errore.message.slice(0, 200))));
    }),
  ofPem: (pem) => {
    try {
      return describeCertificato(new X509Certificate(pem));
    } catch {
      return ko("il certificato in anagrafica non si legge");
    }
  },
};
