/** Four of everything: of the caller's own creditor, unit and type; of another creditor; of another unit; of another type. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { mappaApprovazione, mappaCambio } from "../../../shared/adapters/archivio/mappe-cambio.ts";
import { mappaAllineamento } from "../../../shared/adapters/archivio/mappe-gpd.ts";
import { mappaNotifica } from "../../../shared/adapters/archivio/mappe-notifica.ts";
import * as posizione from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { mappaRecupero } from "../../../shared/adapters/archivio/mappe-recupero.ts";
import { mappaFlusso, mappaRiconciliazione, mappaUnicita } from "../../../shared/adapters/archivio/mappe-rendicontazione.ts";
import { mappeAnagrafiche } from "../../../shared/adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { creaAllineamento } from "../../../shared/domain/gpd/allineamento-voluto.ts";
import { riferimentiPendenza } from "../../../shared/domain/pagamenti/tentativo.ts";
import type { Deposito } from "../../../shared/ports/deposito.ts";
import type { Modifica } from "../../../shared/ports/unit-of-work.ts";
import { APPLICAZIONE, COMUNE, IBAN_COMUNE, IBAN_POSTALE, IBAN_UNIONE, STAZIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { ADESSO, buildPendenza, buildRicevuta } from "../../sostegno/esempi.ts";
import { buildRiconciliazione, buildRiga, buildRiscossione, PSP, storeFlusso } from "../../sostegno/flussi.ts";
import { buildAllineamento } from "../backoffice/allineamenti.ts";
import { buildRecupero } from "../backoffice/recuperi.ts";

const FLAVORS = ["proprio", "ente", "unita", "tipo"] as const;
export type Flavor = (typeof FLAVORS)[number];

const UFFICIO = "ALTRO-UFFICIO";
const DI: Readonly<Record<Flavor, { readonly idDominio: string; readonly idTipoPendenza: string; readonly idUnitaOperativa: string }>> = {
  proprio: { idDominio: COMUNE, idTipoPendenza: "TARI", idUnitaOperativa: "TRIBUTI" },
  ente: { idDominio: UNIONE, idTipoPendenza: "TARI", idUnitaOperativa: "TRIBUTI" },
  unita: { idDominio: COMUNE, idTipoPendenza: "TARI", idUnitaOperativa: UFFICIO },
  tipo: { idDominio: COMUNE, idTipoPendenza: "MENSA", idUnitaOperativa: "TRIBUTI" },
};
const iuvDi = (flavor: Flavor): string => `0100000000${FLAVORS.indexOf(flavor)}700033`;
const idDi = (prefisso: string, flavor: Flavor): string => `${prefisso}${FLAVORS.indexOf(flavor)}`.padEnd(32, "0");

/** Path parameters that name what is of that flavor; `id` depends on the resource. */
export const chiaviDi = (flavor: Flavor) => {
  const iuv = iuvDi(flavor);
  return {
    ...DI[flavor],
    iuv,
    numeroAvviso: `3${iuv}`,
    idA2A: APPLICAZIONE,
    idPendenza: `P-${flavor}`,
    numeroDocumento: `DOC-${flavor}`,
    ccp: `ccp-${flavor}`,
    idRicevuta: `ric-${flavor}`,
    iur: `ric-${flavor}`,
    indice: "1",
    idFlusso: `2026-11-24${PSP}-${flavor}`,
    dataOraFlusso: "2026-11-24T18:30:00Z",
    idRiconciliazione: `mov-${flavor}`,
    idIncasso: `mov-${flavor}`,
    idPagamento: idDi("a", flavor),
    idApprovazione: idDi("b", flavor),
    idCambio: idDi("c", flavor),
    ibanAccredito: flavor === "ente" ? IBAN_UNIONE : IBAN_COMUNE,
    idEntrata: "TARI",
  };
};

const EVENTO = (flavor: Flavor) => ({ id: `evento-${flavor}`, dataEvento: ADESSO });
/** As the journal names it outside. */
export const idEventoDi = (flavor: Flavor): string => {
  const { idDominio, iuv } = chiaviDi(flavor);
  const { id, dataEvento } = EVENTO(flavor);
  return Buffer.from(`POS#${idDominio}#${iuv}\u0000${dataEvento}#${id}`).toString("base64url");
};

const ORIGINALE = { gzip: gzipSync("<busta/>").toString("base64"), digest: createHash("sha256").update("<busta/>").digest("hex") };

const ofDebt = (flavor: Flavor): Modifica[] => {
  const { idDominio, idTipoPendenza, idUnitaOperativa, iuv, numeroAvviso, idPendenza, numeroDocumento, ...chiavi } = chiaviDi(flavor);
  const allineamento = creaAllineamento("ACA");
  const pendenza = buildPendenza({
    ...{
      idDominio,
      idTipoPendenza,
      idUnitaOperativa,
      iuv,
      numeroAvviso,
      idPendenza,
      stato: "ANOMALA",
      importoPagato: 10_050n,
      allineamento,
    },
    ...{
      dataPagamento: ADESSO,
      documento: { identificativo: numeroDocumento, descrizione: "Documento", rata: 1 },
    },
  });
  const comuni = { idDominio, iuv, idA2A: APPLICAZIONE, idPendenza } as const;
  const pagata = { ...comuni, numeroAvviso, causale: "TARI", importo: 10_050n, esito: "ESEGUITO" } as const;
  return [
    { azione: "crea", entita: "pendenza", valore: pendenza },
    {
      azione: "crea",
      entita: "tentativo",
      valore: {
        ...{ versione: 0, ...riferimentiPendenza(pendenza), ccp: chiavi.ccp, stato: "RT_ACCETTATA_PA", modello: "Modello unico" },
        ...{ dataRichiesta: ADESSO, importo: 10_050n, idStazione: STAZIONE, idRicevuta: chiavi.idRicevuta, dataRicevuta: ADESSO },
        ...{ rpt: { creditorReferenceId: iuv }, tipoRpt: "ctPaymentPAV2", idPagamento: chiavi.idPagamento },
      },
    },
    {
      azione: "crea",
      entita: "ricevuta",
      valore: buildRicevuta({ ...comuni, numeroAvviso, idDominioTitolare: idDominio, idRicevuta: chiavi.idRicevuta, originale: ORIGINALE }),
    },
    {
      azione: "crea",
      entita: "riscossione",
      valore: buildRiscossione(1, {
        ...{ ...comuni, idDominioTitolare: idDominio, iur: chiavi.iur, indice: 1, idTipoPendenza, idUnitaOperativa },
        idRicevuta: chiavi.idRicevuta,
      }),
    },
    {
      azione: "crea",
      entita: "pagamento",
      valore: {
        ...{ versione: 0, id: chiavi.idPagamento, idA2A: APPLICAZIONE, nome: "TARI", stato: "ESEGUITO", importo: 10_050n },
        ...{ dataRichiesta: ADESSO, posizioni: [{ ...pagata, idTipoPendenza, idUnitaOperativa }] },
      },
    },
    {
      azione: "crea",
      entita: "notifica",
      valore: {
        ...{ versione: 0, idDominio, iuv, idRicevuta: chiavi.idRicevuta, idA2A: APPLICAZIONE, tipo: "RICEVUTA" },
        ...{ stato: "ANNULLATA", tentativi: 3, data: ADESSO },
      },
    },
    { azione: "crea", entita: "recupero", valore: buildRecupero(1, { idDominio, iuv, iur: chiavi.iur, idFlusso: chiavi.idFlusso }) },
    {
      azione: "crea",
      entita: "allineamento",
      valore: buildAllineamento(1, { ...comuni, numeroAvviso, idTipoPendenza, idUnitaOperativa, stato: "RIFIUTATA" }),
    },
  ];
};

const ofCreditor = (flavor: Flavor): Modifica[] => {
  const { idDominio, idRiconciliazione, idApprovazione, idCambio, ibanAccredito } = chiaviDi(flavor);
  const ibanNuovo = ibanAccredito === IBAN_COMUNE ? IBAN_POSTALE : IBAN_COMUNE;
  return [
    {
      azione: "crea",
      entita: "riconciliazione",
      valore: buildRiconciliazione({ idDominio, id: idRiconciliazione, stato: "ACQUISITA", sct: `SCT-${flavor}` }),
    },
    {
      azione: "crea",
      entita: "approvazione",
      valore: {
        ...{ versione: 0, id: idApprovazione, tipo: "CAMBIO_IBAN", oggetto: idCambio, idDominio, servizio: "Anagrafica Creditore" },
        ...{ descrizione: `cambio ${idCambio}`, stato: "RICHIESTA", richiedente: "qualcuno", motivazione: "prova", dataRichiesta: ADESSO },
        scadenza: "2999-01-01T00:00:00.000Z",
      },
    },
    {
      azione: "crea",
      entita: "cambioIban",
      valore: {
        ...{ versione: 0, id: idCambio, idDominio, ibanVecchio: ibanAccredito, ibanNuovo, avvisiNotificati: "COMPRESI", idApprovazione },
        ...{ disabilitaVecchio: false, richiedente: "qualcuno", motivazione: "prova", dataRichiesta: ADESSO, stato: "IN_APPROVAZIONE" },
        ...{ scadenzaApprovazione: "2999-01-01T00:00:00.000Z", fase: "ANAGRAFICA", tappa: 0, entrateCambiate: [], entrateNonCambiate: [] },
        ...{ pendenzeCambiate: 0, pendenzeRiallineate: 0, pendenzeEscluse: 0, numeroScarti: 0, scarti: [] },
      },
    },
    {
      azione: "crea",
      entita: "controllo",
      valore: { versione: 0, idDominio, oggetto: "CONTO", riferimento: `conto-${flavor}`, data: ADESSO, rilievi: [], suPagoPa: true },
    },
  ];
};

export const seedArchivio = async (deposito: Deposito): Promise<void> => {
  const mappe = {
    ...mappeAnagrafiche,
    ...{ pendenza: posizione.mappaPendenza, tentativo: posizione.mappaTentativo, ricevuta: posizione.mappaRicevuta },
    ...{ riscossione: posizione.mappaRiscossione, rendicontazione: posizione.mappaRendicontazione },
    ...{ pagamento: posizione.mappaPagamento, recupero: mappaRecupero, allineamento: mappaAllineamento, flusso: mappaFlusso },
    ...{
      notifica: mappaNotifica,
      riconciliazione: mappaRiconciliazione,
      approvazione: mappaApprovazione,
      cambioIban: mappaCambio,
      unicita: mappaUnicita,
    },
  };
  const ids = createIdsInSequenza();
  const unitOfWork = new ArchivioUnitOfWork(deposito, mappe, clockDiSistema, ids, { conservazioneEventiGiorni: 760 });
  const store = async (...modifiche: readonly Modifica[]): Promise<void> => {
    const esito = await unitOfWork.commit(modifiche);
    if (!esito.ok) throw new Error("entità di prova già presente");
  };
  for (const flavor of FLAVORS) {
    const { idDominio, iuv, iur, idFlusso } = chiaviDi(flavor);
    await store(...ofDebt(flavor));
    await store(...ofCreditor(flavor));
    await unitOfWork.putEventi([
      {
        ...{ ...EVENTO(flavor), idDominio, iuv, componente: "API_PAGOPA", categoriaEvento: "INTERFACCIA", ruolo: "SERVER" },
        ...{ tipoEvento: "paVerifyPaymentNotice", esito: "OK", durataMillisecondi: 1, transactionId: `transazione-${flavor}` },
      },
    ]);
    await storeFlusso({ unitOfWork, store }, [{ ...buildRiga(1), iuv, iur, indice: 1 }], { idDominio, idFlusso, trn: `TRN-${flavor}` });
  }
  await store({
    azione: "crea",
    entita: "unitaOperativa",
    valore: { versione: 0, idDominio: COMUNE, idUnita: UFFICIO, ragioneSociale: "Altro ufficio", abilitato: true },
  });
};
