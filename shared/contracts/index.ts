/** The registry: every operation, primitive, queue, schedule and table, once. Read by infra, local runner, tests and documentation; never by a function. */
import { operazioniBackoffice } from "./backoffice/operazioni.ts";
import { operazioniCittadino } from "./cittadino/operazioni.ts";
import type { NomeApi, Operazione } from "./operation.ts";
import { operazioniPagamento } from "./pagamento/operazioni.ts";
import { operazioniPagamentoV1 } from "./pagamento-v1/operazioni.ts";
import { operazioniPagamentoV3 } from "./pagamento-v3/operazioni.ts";
import { operazioniPagopa } from "./pagopa/operazioni.ts";
import { primitive } from "./pagopa/primitive.ts";
import { primitiveStoriche } from "./pagopa/primitive-storiche.ts";
import { operazioniPendenze } from "./pendenze/operazioni.ts";
import { operazioniPendenzeV1 } from "./pendenze-v1/operazioni.ts";
import { operazioniPortale } from "./portale/operazioni.ts";
import { code, consumatoreOutbox, consumatoriStream } from "./queues.ts";
import { operazioniRiconciliazione } from "./riconciliazione/operazioni.ts";
import { operazioniRiconciliazioneV1 } from "./riconciliazione-v1/operazioni.ts";
import { operazioniRiconciliazioneV2 } from "./riconciliazione-v2/operazioni.ts";
import { schedulazioni } from "./schedules.ts";
import { tabelle } from "./tables.ts";
import { operazioniUtente } from "./utente/operazioni.ts";

export const operazioni: Readonly<Record<Exclude<NomeApi, "pagopa">, readonly Operazione[]>> = {
  pendenze: operazioniPendenze,
  "pendenze-v1": operazioniPendenzeV1,
  pagamento: operazioniPagamento,
  "pagamento-v3": operazioniPagamentoV3,
  "pagamento-v1": operazioniPagamentoV1,
  utente: operazioniUtente,
  cittadino: operazioniCittadino,
  portale: operazioniPortale,
  riconciliazione: operazioniRiconciliazione,
  "riconciliazione-v2": operazioniRiconciliazioneV2,
  "riconciliazione-v1": operazioniRiconciliazioneV1,
  backoffice: operazioniBackoffice,
};

export { code, consumatoreOutbox, consumatoriStream, operazioniPagopa, primitive, primitiveStoriche, schedulazioni, tabelle };
