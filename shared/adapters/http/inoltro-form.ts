/** Client of the forwarding of forms, API EC versions 1 and 2: one POST with the data, a debt in answer, read by the rules of a PUT. */
import type { InoltroForm } from "../../ports/inoltro-form.ts";
import type { HttpClient } from "./client.ts";
import { askEnte, type ReadVerifica } from "./verifica-ente.ts";

/** A person is waiting, and the other side has to make a debt: longer than a verification, within the function's own time. */
const TEMPO_INOLTRO_MILLISECONDI = 10_000;

export const createInoltroForm = (http: HttpClient, read: ReadVerifica): InoltroForm => ({
  forward: ({ servizioIntegrazione }, { idDominio, idTipoPendenza, dati }) =>
    askEnte(http, read, servizioIntegrazione, {
      method: "POST",
      percorso: ["pendenze", idDominio, idTipoPendenza].map(encodeURIComponent).join("/"),
      body: JSON.stringify(dati),
      timeoutMillisecondi: TEMPO_INOLTRO_MILLISECONDI,
    }),
});
