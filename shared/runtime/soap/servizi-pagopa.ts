/** The five requests of the service catalogue as data (catalogo-servizi/*.xsd): read within limits, every rule of the schema applied, their leaves by name. */
import { createHash } from "node:crypto";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { RichiestaSpontanea } from "../../domain/pagamenti/messaggi-nodo.ts";
import type { DatiServizio, SchemaServizio } from "../../domain/servizi/servizio.ts";
import { decodeTesto } from "../../domain/valori/codifica.ts";
import type { DatiLetti } from "../../usecases/servizi/demand-avviso.ts";
import { sequenza, type Tipo, type TipoSemplice, testoDi, testoFacoltativo, uno } from "./schema.ts";
import { codiceFiscalePa, email, importo, testo, unoFra } from "./simple-types.ts";
import { type Nodo, parseXml } from "./xml-tree.ts";

const DATI_MASSIMI_BYTE = 64 * 1024;

/** xsd:string without limits: ours is far above what a debt may carry. */
const libero = testo(1_000, 0);
/** xsd:fixed: the element may be empty and means the value all the same. */
const fisso =
  (valore: string): TipoSemplice<string> =>
  (letto) =>
    letto === "" ? ok(valore) : unoFra(valore)(letto);
/** Checked as an amount, kept as the text that expressions read. */
const importoScritto: TipoSemplice<string> = (letto) => {
  const esito = importo(letto);
  return esito.ok ? ok(letto.trim()) : esito;
};
const CODICE_FISCALE = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
const codiceFiscalePersona: TipoSemplice<string> = (letto) =>
  CODICE_FISCALE.test(letto) ? ok(letto) : ko("deve essere un codice fiscale di 16 caratteri");

const pagatore = uno(sequenza({ codiceFiscalePagatore: testoDi(libero), denominazionePagatore: testoDi(testo(50)) }));
const intestatario = uno(sequenza({ codiceFiscaleIntestatario: testoDi(libero), denominazioneIntestatario: testoDi(testo(50)) }));

interface DocumentoServizio {
  readonly radice: string;
  readonly ns: string;
  readonly tipo: Tipo<object>;
}

const accesso = (nome: string): string => `http://PuntoAccessoPSP.spcoop.gov.it/${nome}`;

const DOCUMENTI: Readonly<Record<SchemaServizio, DocumentoServizio>> = {
  TassaAutomobilistica_1_1_0: {
    radice: "tassaAuto",
    ns: accesso("TassaAuto"),
    tipo: sequenza({
      veicoloConTarga: uno(sequenza({ tipoVeicoloTarga: testoDi(unoFra("1", "2", "4")), veicoloTarga: testoDi(testo(8, 7)) })),
    }),
  },
  A001_Passaporto_1_0_0: {
    radice: "pagamentoPratica",
    ns: accesso("pagamentoPratica"),
    tipo: sequenza({ codicePratica: testoDi(fisso("A001")), pagatore, intestatario }),
  },
  D847_Pesca_1_0_0: {
    radice: "praticaPagamentoCanoni",
    ns: accesso("praticaPagamentoCanoni"),
    tipo: sequenza({
      codicePratica: testoDi(fisso("D847")),
      pagatore,
      intestatario,
      note: { tipo: sequenza({ note: testoDi(testo(40)) }), obbligatorio: false },
    }),
  },
  Cup_1_0_0: {
    radice: "pagamentoCup",
    ns: accesso("Cup"),
    tipo: sequenza(
      {
        organizationFiscalCode: testoFacoltativo(codiceFiscalePa),
        istatCode: testoFacoltativo(testo(6, 0)),
        catastaleCode: testoFacoltativo(testo(4, 4)),
        companyName: testoDi(testo(140)),
        debtorFiscalCode: testoDi(testo(20)),
        debtorFullName: testoDi(testo(70)),
        debtorEmail: testoFacoltativo(email),
        amount: testoDi(importoScritto),
      },
      ["organizationFiscalCode", "istatCode", "catastaleCode"],
    ),
  },
  Cie_1_0_0: {
    radice: "pagamentoCIE",
    ns: accesso("pagamentoCIE"),
    tipo: sequenza({
      codiceCausale: testoDi(unoFra("1", "2", "4", "7", "9", "10", "11")),
      codiceFiscaleComune: testoDi(codiceFiscalePa),
      intestatario: uno(
        sequenza({ codiceFiscaleIntestatario: testoDi(codiceFiscalePersona), denominazioneIntestatario: testoDi(testo(50)) }),
      ),
    }),
  },
};

/** Elements of these schemas are all qualified, those of paForNode are not: once checked, the namespace is taken off and the same reader serves both. */
const withoutNamespace = (nodo: Nodo, ns: string): Esito<Nodo> => {
  if (nodo.ns !== ns) return ko(`l'elemento ${nodo.nome.slice(0, 60)} deve appartenere al namespace ${ns}`);
  const figli: Nodo[] = [];
  for (const figlio of nodo.figli) {
    const esito = withoutNamespace(figlio, ns);
    if (!esito.ok) return esito;
    figli.push(esito.valore);
  }
  return ok({ ...nodo, ns: "", figli });
};

/** Names of leaves are unique within each schema. */
const foglieDi = (letto: object): DatiServizio =>
  Object.fromEntries(
    Object.entries(letto).flatMap(([nome, valore]): [string, string][] =>
      typeof valore === "string" ? [[nome, valore]] : Object.entries(foglieDi(Object(valore))),
    ),
  );

const readDocumento = (contenuto: string, schema: SchemaServizio): Esito<DatiServizio> => {
  const bytes = Buffer.from(contenuto, "base64");
  if (bytes.byteLength > DATI_MASSIMI_BYTE) return ko(`il documento supera ${DATI_MASSIMI_BYTE / 1024} kB`);
  const decodificato = decodeTesto(bytes);
  if (!decodificato.ok) return decodificato;
  const xml = parseXml(decodificato.valore.testo);
  if (!xml.ok) return xml;
  const { radice, ns, tipo } = DOCUMENTI[schema];
  if (xml.valore.nome !== radice) return ko(`l'elemento radice deve essere ${radice}, non ${xml.valore.nome.slice(0, 60)}`);
  const nudo = withoutNamespace(xml.valore, ns);
  if (!nudo.ok) return nudo;
  const letto = tipo(nudo.valore);
  return letto.ok ? ok(foglieDi(letto.valore)) : ko(`${[radice, ...letto.errore.percorso].join("/")}: ${letto.errore.motivo}`);
};

/** 24 hexadecimal digits: 96 bits of a digest, within the room of an idPendenza. */
const nomeDi = ({ idPA, idServizio, idSoggettoServizio }: RichiestaSpontanea, dati: DatiServizio): string => {
  const campi = Object.entries(dati).sort(([a], [b]) => (a < b ? -1 : 1));
  const impronta = createHash("sha256").update(JSON.stringify([idPA, idServizio, idSoggettoServizio, campi]));
  return `SP-${impronta.digest("hex").slice(0, 24)}`;
};

/** @returns the fields of the request, or the sentence that names the element and its limit. */
export const readDatiServizio = (richiesta: RichiestaSpontanea, schema: SchemaServizio): Esito<DatiLetti> => {
  const letto = readDocumento(richiesta.datiSpecificiServizioRequest, schema);
  return letto.ok ? ok({ dati: letto.valore, nome: nomeDi(richiesta, letto.valore) }) : letto;
};
