/** The repair of an anomalous debt between wire and domain. */
import type * as z from "zod";
import type { RisoluzioneAnomalia as Corpo } from "../../contracts/backoffice/pendenze.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { RisoluzioneAnomalia } from "../../domain/pendenze/anomalia.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { statoPendenzaAl } from "../../domain/pendenze/stati-pendenza.ts";
import { giornoDi, toIsoRoma } from "../../domain/valori/date.ts";
import { fromNumeroJson, toNumeroJson } from "../../domain/valori/importo.ts";

/** The error names the amount that is not one. */
export const toRisoluzione = ({
  risoluzione,
  motivazione,
  importoRimborsato,
  riferimento,
}: z.output<typeof Corpo>): Esito<RisoluzioneAnomalia> => {
  const altro = riferimento === undefined ? {} : { riferimento };
  if (importoRimborsato === undefined) return ok({ risoluzione, motivazione, ...altro });
  const cents = fromNumeroJson(importoRimborsato, "importoRimborsato");
  return cents.ok ? ok({ risoluzione, motivazione, importoRimborsato: cents.valore, ...altro }) : cents;
};

/** The state is that of the moment of the change: a debt reopened after its expiry is SCADUTA. */
export const presentAnomaliaRisolta = (pendenza: Pendenza) => ({
  idA2A: pendenza.idA2A,
  idPendenza: pendenza.idPendenza,
  stato: statoPendenzaAl(pendenza.stato, pendenza.dataScadenza, giornoDi(pendenza.dataUltimoAggiornamento)),
  descrizioneStato: pendenza.descrizioneStato ?? "",
  importo: toNumeroJson(pendenza.importo),
  importoPagato: toNumeroJson(pendenza.importoPagato),
  segnalazioni: pendenza.segnalazioni.map((segnalazione) => ({ ...segnalazione, data: toIsoRoma(segnalazione.data) })),
});
