/** The start of a portal payment over HTTP, shared by the versions of the operation: proof of who has no credentials, debts born with the payment, the two answers. */
import type * as z from "zod";
import { type addPagamento, FORM, type NuovoPagamento } from "../../contracts/pagamento/nuovo-pagamento.ts";

import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Traccia } from "../../ports/traccia.ts";
import {
  type NuovaPendenzaRicevuta,
  presentPagamentoCreato,
  type SpontaneaRicevuta,
  toRichiestaPagamento,
} from "../../presenters/pagamento/nuovo-pagamento.ts";
import { nomeDi } from "../../usecases/pagamenti/find-pagabile.ts";
import { createStartPagamento } from "../../usecases/pagamenti/start-pagamento.ts";
import type { CodiceScrittura } from "../../usecases/pendenze/lavoro-scrittura.ts";
import type { CodiceSpontanea } from "../../usecases/pendenze/save-spontanea.ts";
import { rememberSessione, withSessione } from "../accessi/sessione-anonima.ts";
import { checkCaptcha } from "../wiring/captcha.ts";
import { wireStartPagamento } from "../wiring/pagamenti.ts";
import { ricerche } from "../wiring/ricerche.ts";
import { file, type Richiesta, refuse, reply } from "./richiesta.ts";

const start = createStartPagamento(wireStartPagamento());

type CodiceCreazione = CodiceScrittura | CodiceSpontanea | "SINTASSI" | "CIT_001" | "UAN_001";
type DaCreare = { readonly crea: () => Promise<Esito<Pendenza, Rifiuto<CodiceCreazione>>> };

/** Loaded by the first debt that is born with a payment: most instances never see one. */
const createPendenze = (chiamante: Chiamante, traccia: Traccia) => ({
  nuova: ({ idA2A, idPendenza, ...corpo }: NuovaPendenzaRicevuta): DaCreare => ({
    crea: async () => {
      const { save, toNuovaPendenza } = await import("../wiring/nuove-pendenze.ts");
      const nuova = toNuovaPendenza(corpo);
      if (!nuova.ok) return rifiuto("SINTASSI", nuova.errore);
      const salvata = await save({ idA2A, idPendenza, nuova: nuova.valore, tipo: "dovuto", chiamante, traccia });
      return salvata.ok ? ok(salvata.valore.pendenza) : salvata;
    },
  }),
  spontanea: ({ idDominio, idTipoPendenza, dati = {} }: SpontaneaRicevuta): DaCreare => ({
    crea: async () => {
      const { spontanee } = await import("../wiring/spontanee.ts");
      const salvata = await spontanee.create({ idDominio, idTipoPendenza, dati, chiamante, traccia });
      return salvata.ok ? ok(salvata.valore.pendenza) : salvata;
    },
  }),
});

type Corpo = Omit<z.output<typeof NuovoPagamento>, "lingua">;

/** Amounts and accounts are of who is owed: a person only fills in forms. */
const checkNuove = ({ tipo }: Chiamante, { pendenze }: Corpo): Esito<void, Rifiuto<"CIT_001" | "UAN_001">> => {
  const indice = pendenze.findIndex((voce) => "voci" in voce);
  if (indice < 0 || tipo === "applicazione") return ok(undefined);
  return rifiuto(tipo === "cittadino" ? "CIT_001" : "UAN_001", `pendenze.${indice}: le pendenze con le loro voci sono delle applicazioni`);
};

type Domanda = Pick<Richiesta<typeof addPagamento>, "chiamante" | "cookies" | "indirizzo" | "traccia" | "accept"> & {
  readonly body: Corpo;
  readonly query: Pick<Richiesta<typeof addPagamento>["query"], "idSessionePortale" | "gRecaptchaResponse" | "codiceConvenzione">;
};

/** Notice and debtor named together are a search, whatever comes after: the same brake as on those that only look. */
const ricercheDi = ({ pendenze }: Corpo) =>
  pendenze.flatMap((voce) => {
    if (!("numeroAvviso" in voce) || "voci" in voce || voce.idDebitore === undefined) return [];
    const { idDominio, numeroAvviso, idDebitore } = voce;
    return [{ nome: nomeDi({ idDominio, numeroAvviso }), oggetti: [`avviso:${idDominio}/${numeroAvviso}`, `cf:${idDebitore}`] }];
  });

export const replyAvvioPagamento = async (domanda: Domanda, api: "pagamento" | "pagamento-v1" | "portale") => {
  const { body, query, cookies, indirizzo, traccia, accept } = domanda;
  const prova = await checkCaptcha({ chiamante: domanda.chiamante, risposta: query.gRecaptchaResponse, indirizzo });
  if (!prova.ok) return refuse(prova.errore);
  const chiamante = withSessione(domanda.chiamante, cookies);
  const ammesse = checkNuove(chiamante, body);
  if (!ammesse.ok) return refuse(ammesse.errore);
  const cercate = ricercheDi(body);
  const freno = { chiamante, indirizzo };
  const libera = await ricerche.admit({ ...freno, oggetti: cercate.flatMap(({ oggetti }) => oggetti) });
  if (!libera.ok) return refuse(libera.errore);
  const esito = await start(toRichiestaPagamento(body, query, createPendenze(chiamante, traccia)), chiamante, traccia);
  if (!esito.ok) {
    const vuota = cercate.find(({ nome }) => nome === esito.errore.dettaglio);
    if (vuota && esito.errore.codice === "VER_008") await ricerche.addVuota({ ...freno, oggetti: vuota.oggetti });
    return refuse(esito.errore);
  }
  const creato = presentPagamentoCreato(esito.valore, api);
  const { id, location, redirect, idSession } = creato;
  const { pagabili } = esito.valore;
  const headers = {
    ...rememberSessione(chiamante, { pagamenti: [id], posizioni: pagabili.flatMap(({ pendenza, creata }) => (creata ? [pendenza] : [])) }),
    ...(pagabili.some(({ pendenza }) => pendenza.prova) && { "fiorino-prova": "true" }),
  };
  if (accept === FORM)
    return reply(303, file(FORM, new URLSearchParams({ id, location, redirect, idSession }).toString()), {
      ...headers,
      location: redirect,
    });
  return reply(201, creato, { ...headers, location });
};
