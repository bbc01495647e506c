/** Items of the registry. A creditor and all that hangs from it share a partition: one query loads the whole creditor. */
import * as z from "zod";
import type { Applicazione, Operatore, Ruolo } from "../../domain/anagrafiche/applicazione.ts";
import { TIPI_SEGRETO } from "../../domain/anagrafiche/credenziali.ts";
import type {
  ContoAccredito,
  Dominio,
  Entrata,
  EntrataDominio,
  Intermediario,
  Stazione,
  TipoPendenza,
  TipoPendenzaDominio,
  UnitaOperativa,
} from "../../domain/anagrafiche/creditore.ts";
import { ESPORTAZIONI } from "../../domain/anagrafiche/esportazioni.ts";
import { canonicalPrincipal } from "../../domain/anagrafiche/principale.ts";
import { SEZIONI, type SezioneConfigurazione } from "../../domain/configurazione/sezioni.ts";
import { CODICI_RILIEVO, type Controllo, GRAVITA } from "../../domain/controlli/controllo.ts";
import { SCHEMI_SERVIZIO } from "../../domain/servizi/servizio.ts";
import type { Principale } from "../../ports/unit-of-work.ts";
import { defineMappa, libero, opz, testo, testoOpz } from "./mappa.ts";

const versione = z.number().int();
const tabella = "anagrafiche";
const acl = z.array(z.object({ servizio: testo, autorizzazioni: z.array(z.enum(["R", "W"])) }));
const contabilita = z.enum(["CAPITOLO", "SPECIALE", "SIOPE", "ALTRO"]);
const severita = z.enum(["SEGNALA", "RIFIUTA"]);
const modalitaPagoPA = z.enum(["SINCRONA", "SINCRONA_ACA", "GPD"]);

const createAuth = () =>
  z.discriminatedUnion("tipo", [
    z.object({ tipo: z.literal("basic"), username: testo, password: testo }),
    z.object({ tipo: z.literal("header"), headerName: testo, headerValue: testo }),
    z.object({ tipo: z.literal("apikey"), apiId: testo, apiKey: testo }),
    z.object({ tipo: z.literal("certificato"), certificatoClient: testo, autorita: testoOpz }),
    z.object({ tipo: z.literal("oauth2"), clientId: testo, clientSecret: testo, urlTokenEndpoint: testo, scope: testoOpz }),
  ]);
const createServizioPagoPA = () =>
  z.object({
    idServizio: testo,
    idSoggettoServizio: testo,
    descrizione: testo,
    categoria: testoOpz,
    schema: z.enum(SCHEMI_SERVIZIO),
    dataInizioValidita: testo,
    dataFineValidita: testoOpz,
    commissione: opz(z.boolean()),
    idA2A: testo,
    pendenza: libero,
    abilitato: z.boolean(),
  });

const createConnettore = () => z.object({ url: testo, auth: opz(createAuth()), subscriptionKey: testoOpz, abilitaGDE: opz(z.boolean()) });

const recapiti = {
  indirizzo: testoOpz,
  civico: testoOpz,
  cap: testoOpz,
  localita: testoOpz,
  provincia: testoOpz,
  nazione: testoOpz,
  email: testoOpz,
  pec: testoOpz,
  tel: testoOpz,
  fax: testoOpz,
  web: testoOpz,
  area: testoOpz,
};

export const mappaIntermediario = defineMappa<Intermediario>({
  tabella,
  schema: () =>
    z.object({
      versione,
      idIntermediario: testo,
      denominazione: testo,
      principalPagoPa: testo,
      altriPrincipalPagoPa: opz(z.array(testo)),
      certificatiPagoPa: opz(z.array(testo)),
      passwordHash: testoOpz,
      servizioPagoPa: createConnettore().extend({ urlRPT: testo }),
      servizioPagoPaCheckout: opz(createConnettore()),
      servizioPagoPaFR: opz(createConnettore()),
      servizioPagoPaRecuperoRT: opz(createConnettore()),
      servizioPagoPaACA: opz(createConnettore()),
      servizioPagoPaGPD: opz(createConnettore()),
      servizioPagoPaBackofficeEC: opz(createConnettore()),
      abilitato: z.boolean(),
    }),
  chiave: (i) => ({ pk: `INT#${i.idIntermediario}`, sk: "INTERMEDIARIO" }),
  indici: (i) => ({ elenco: "INTERMEDIARI", ordine: i.idIntermediario }),
});

export const mappaStazione = defineMappa<Stazione>({
  tabella,
  schema: () =>
    z.object({
      versione,
      idIntermediario: testo,
      idStazione: testo,
      versioneStazione: z.enum(["V1", "V2"]),
      password: testoOpz,
      abilitato: z.boolean(),
    }),
  chiave: (s) => ({ pk: `INT#${s.idIntermediario}`, sk: `STAZIONE#${s.idStazione}` }),
});

export const mappaDominio = defineMappa<Dominio>({
  tabella,
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      ragioneSociale: testo,
      intermediato: z.boolean(),
      gln: testoOpz,
      cbill: testoOpz,
      stazione: testoOpz,
      altreStazioni: opz(z.array(testo)),
      auxDigit: opz(z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])),
      segregationCode: testoOpz,
      iuvPrefix: testoOpz,
      logo: testoOpz,
      autStampaPosteItaliane: testoOpz,
      tassonomiaPagoPA: testoOpz,
      scaricaFr: z.boolean(),
      regoleCaricamento: opz(z.object({ cifreControllo: opz(severita), tassonomia: opz(severita) })),
      ...{ cambioIbanConApprovazione: opz(z.boolean()), annullamentiConApprovazione: opz(z.boolean()) },
      modalitaPagoPA: opz(modalitaPagoPA),
      esportazioni: opz(z.partialRecord(z.enum(ESPORTAZIONI), libero)),
      inProva: opz(z.literal(true)),
      abilitato: z.boolean(),
      frammenti: z.number().int(),
      ...recapiti,
    }),
  chiave: (d) => ({ pk: `DOM#${d.idDominio}`, sk: "DOMINIO" }),
  indici: (d) => ({ elenco: "DOMINI", ordine: d.idDominio }),
});

export const mappaUnitaOperativa = defineMappa<UnitaOperativa>({
  tabella,
  schema: () => z.object({ versione, idDominio: testo, idUnita: testo, ragioneSociale: testo, abilitato: z.boolean(), ...recapiti }),
  chiave: (u) => ({ pk: `DOM#${u.idDominio}`, sk: `UO#${u.idUnita}` }),
});

export const mappaConto = defineMappa<ContoAccredito>({
  tabella,
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      iban: testo,
      bic: testoOpz,
      postale: z.boolean(),
      mybank: opz(z.boolean()),
      abilitato: z.boolean(),
      fineValidita: testoOpz,
      descrizione: testoOpz,
      intestatario: testoOpz,
      autStampaPosteItaliane: testoOpz,
    }),
  chiave: (c) => ({ pk: `DOM#${c.idDominio}`, sk: `CONTO#${c.iban}` }),
});

export const mappaEntrata = defineMappa<Entrata>({
  tabella,
  schema: () => z.object({ versione, idEntrata: testo, descrizione: testo, tipoContabilita: contabilita, codiceContabilita: testo }),
  chiave: (e) => ({ pk: `ENT#${e.idEntrata}`, sk: "ENTRATA" }),
  indici: (e) => ({ elenco: "ENTRATE", ordine: e.idEntrata }),
});

export const mappaEntrataDominio = defineMappa<EntrataDominio>({
  tabella,
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      idEntrata: testo,
      ibanAccredito: testoOpz,
      ibanAppoggio: testoOpz,
      tipoContabilita: opz(contabilita),
      codiceContabilita: testoOpz,
      abilitato: z.boolean(),
    }),
  chiave: (e) => ({ pk: `DOM#${e.idDominio}`, sk: `ENTRATA#${e.idEntrata}` }),
});

export const mappaTipoPendenza = defineMappa<TipoPendenza>({
  tabella,
  schema: () =>
    z.object({
      versione,
      idTipoPendenza: testo,
      descrizione: testo,
      codificaIUV: testoOpz,
      pagaTerzi: z.boolean(),
      abilitato: z.boolean(),
      configurazione: opz(libero),
    }),
  chiave: (t) => ({ pk: `TIP#${t.idTipoPendenza}`, sk: "TIPO" }),
  indici: (t) => ({ elenco: "TIPI", ordine: t.idTipoPendenza }),
});

export const mappaTipoPendenzaDominio = defineMappa<TipoPendenzaDominio>({
  tabella,
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      idTipoPendenza: testo,
      codificaIUV: testoOpz,
      pagaTerzi: opz(z.boolean()),
      modalitaPagoPA: opz(modalitaPagoPA),
      servizioPagoPA: opz(createServizioPagoPA()),
      abilitato: opz(z.boolean()),
      configurazione: opz(libero),
    }),
  chiave: (t) => ({ pk: `DOM#${t.idDominio}`, sk: `TIPO#${t.idTipoPendenza}` }),
});

const createUtenza = () => ({
  versione,
  principal: testo,
  passwordHash: testoOpz,
  passwordDal: testoOpz,
  domini: z.union([z.literal("*"), z.array(z.object({ idDominio: testo, unitaOperative: opz(z.array(testo)) }))]),
  tipiPendenza: z.union([z.literal("*"), z.array(testo)]),
  acl,
  ruoli: z.array(testo),
  abilitato: z.boolean(),
});

export const mappaApplicazione = defineMappa<Applicazione>({
  tabella,
  schema: () =>
    z.object({
      ...createUtenza(),
      idA2A: testo,
      segreti: opz(z.array(z.object({ id: testo, tipo: z.enum(TIPI_SEGRETO), impronta: testo, creatoIl: testo }))),
      autodeterminazione: z.boolean(),
      codificaAvvisi: opz(z.object({ codificaIuv: testoOpz, regExpIuv: testoOpz, generazioneIuvInterna: z.boolean() })),
      apiPagamenti: z.boolean(),
      apiPendenze: z.boolean(),
      apiRagioneria: z.boolean(),
      aggiornamentoValiditaMandatorio: opz(z.boolean()),
      limiteRichieste: opz(z.object({ richiesteAlSecondo: z.number().int(), picco: opz(z.number().int()) })),
      inProva: opz(z.literal(true)),
      servizioIntegrazione: opz(z.object({ url: testo, versioneApi: z.enum(["REST v1", "REST v2"]), auth: opz(createAuth()) })),
    }),
  chiave: (a) => ({ pk: `APP#${a.idA2A}`, sk: "APPLICAZIONE" }),
  indici: (a) => ({ elenco: "APPLICAZIONI", ordine: a.idA2A }),
});

export const mappaOperatore = defineMappa<Operatore>({
  tabella,
  schema: () => z.object({ ...createUtenza(), ragioneSociale: testo, secondoFattore: opz(z.boolean()) }),
  chiave: (o) => ({ pk: `OPE#${o.principal}`, sk: "OPERATORE" }),
  indici: (o) => ({ elenco: "OPERATORI", ordine: o.principal }),
});

export const mappaRuolo = defineMappa<Ruolo>({
  tabella,
  schema: () => z.object({ versione, idRuolo: testo, acl }),
  chiave: (r) => ({ pk: `RUO#${r.idRuolo}`, sk: "RUOLO" }),
  indici: (r) => ({ elenco: "RUOLI", ordine: r.idRuolo }),
});

/** One key for every writing of the subject of a certificate. */
export const chiavePrincipale = (principal: string) => ({ pk: `PRI#${canonicalPrincipal(principal)}`, sk: "PRINCIPALE" });

export const mappaPrincipale = defineMappa<Principale>({
  tabella,
  schema: () => z.object({ versione, principal: testo, tipo: z.enum(["applicazione", "operatore", "nodo"]), riferimento: testo }),
  chiave: (p) => chiavePrincipale(p.principal),
});

export const mappaControllo = defineMappa<Controllo>({
  tabella,
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      oggetto: z.enum(["CONTO", "STAZIONE"]),
      riferimento: testo,
      data: testo,
      rilievi: z.array(z.object({ codice: z.enum(CODICI_RILIEVO), gravita: z.enum(GRAVITA), descrizione: testo })),
      suPagoPa: z.boolean(),
      pendenze: opz(z.object({ numero: z.number().int(), almeno: z.boolean() })),
    }),
  chiave: (c) => ({ pk: `CTL#${c.idDominio}`, sk: `${c.oggetto}#${c.riferimento}` }),
  indici: (c) => ({ elenco: "CONTROLLI", ordine: `${c.idDominio}#${c.oggetto}#${c.riferimento}` }),
});

/** All the sections are read in one query. */
export const mappaSezione = defineMappa<SezioneConfigurazione>({
  tabella,
  schema: () => z.object({ versione, sezione: z.enum(SEZIONI), valore: libero }),
  chiave: (s) => ({ pk: "CFG#", sk: `SEZIONE#${s.sezione}` }),
});
