/** The Backoffice external API for creditors (contract 1.6.9): accounts and stations of an intermediary, read only; what it says is changed by hand, as there. */
import * as z from "zod";
import { json, type Richiesta, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import { isRisposta, senzaChiave } from "../fdr/contratto.ts";
import type { Configurazione } from "../nodo/configurazione.ts";
import { leggiPagina, paginato, presentaConto, presentaEnte, problema } from "./contratto.ts";
import { createRegistroEc, type RegistroEc } from "./registro.ts";

const BASE = "/sandbox/backoffice/external/ec/v1/brokers/{brokerCode}";

const idDominio = z.string().regex(/^\d{11}$/);
const istante = z.iso.datetime();
const Conto = z.strictObject({
  idDominio,
  iban: z.string().min(1).max(34),
  stato: z.string().max(30).optional(),
  attivoDal: istante.optional(),
  fineValidita: istante.optional(),
  etichetta: z.string().max(50).optional(),
  tolto: z.boolean().optional(),
});
const opz = z.exactOptional;
const Ente = z.strictObject({
  idDominio,
  tolto: opz(z.boolean()),
  abilitato: opz(z.boolean()),
  idStazione: opz(z.string()),
  statoStazione: opz(z.string()),
  auxDigit: opz(z.string()),
  segregationCode: opz(z.string()),
  applicationCode: opz(z.string()),
  cbill: opz(z.string()),
  versionePrimitiva: opz(z.int()),
});

const elenca =
  <T>(nome: string, leggi: (idIntermediario: string) => Promise<readonly T[]>, presenta: (elemento: T) => object) =>
  async (richiesta: Richiesta): Promise<Risposta> => {
    const rifiutata = senzaChiave(richiesta);
    if (rifiutata) return rifiutata;
    const pagina = leggiPagina(richiesta);
    if (isRisposta(pagina)) return pagina;
    const { brokerCode = "" } = richiesta.parametri;
    const elementi = await leggi(brokerCode);
    const risposta =
      elementi.length === 0
        ? problema(404, `${nome} for the brokerCode ${brokerCode} not found`)
        : paginato(nome, elementi, pagina, presenta);
    const id = richiesta.req.headers["x-request-id"];
    return typeof id === "string" ? { ...risposta, intestazioni: { "x-request-id": id } } : risposta;
  };

/** What the page of the Backoffice would be used for: an account that ends, that is not approved yet, that is taken away; an association that is wrong. */
const rotteComandi = (registro: RegistroEc): Rotta[] => [
  rotta("POST", "/sandbox/backoffice-ec/conti", async (richiesta) => {
    registro.setConto(await richiesta.json(Conto));
    return json(200, { esito: "OK" });
  }),
  rotta("POST", "/sandbox/backoffice-ec/enti", async (richiesta) => {
    registro.setEnte(await richiesta.json(Ente));
    return json(200, { esito: "OK" });
  }),
];

export const rotteBackofficeEc = (contesto: Contesto, configurazione: Configurazione): Rotta[] => {
  const registro = createRegistroEc(contesto, configurazione);
  const rifiuto = problema(500, "There was an error processing the request");
  const servi = (risorsa: string, operazione: string, gestore: (richiesta: Richiesta) => Promise<Risposta>): Rotta =>
    rotta("GET", `${BASE}/${risorsa}`, conServizio(contesto, { parte: "backoffice-ec", operazione, rifiuto }, gestore));
  return [
    servi("ibans", "getBrokerIbans", elenca("ibans", registro.listConti, presentaConto)),
    servi("creditor_institutions", "getBrokerInstitutions", elenca("creditorInstitutions", registro.listEnti, presentaEnte)),
    ...rotteComandi(registro),
  ];
};
