/** Entities for tests, complete and valid; each test changes what it is about. */
import type { Chiamante } from "../../shared/domain/anagrafiche/applicazione.ts";
import type { Pendenza } from "../../shared/domain/pendenze/pendenza.ts";
import type { Ricevuta } from "../../shared/domain/ricevute/ricevuta.ts";
import { APPLICAZIONE, COMUNE } from "./anagrafica.ts";

export const ADESSO = "2026-11-25T09:00:00.000Z";

export const buildPendenza = (altro: Partial<Pendenza> = {}): Pendenza => ({
  versione: 0,
  idA2A: APPLICAZIONE,
  idPendenza: "TARI-2026-1",
  idDominio: COMUNE,
  idTipoPendenza: "TARI",
  tipo: "dovuto",
  frammento: 0,
  stato: "NON_ESEGUITA",
  segnalazioni: [],
  iuv: "01000000000000133",
  numeroAvviso: "301000000000000133",
  uuid: "0123456789abcdef0123456789abcdef",
  causale: "TARI 2026",
  debitore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
  importo: 10_050n,
  importoPagato: 0n,
  importoIncassato: 0n,
  dataCaricamento: ADESSO,
  dataUltimoAggiornamento: ADESSO,
  ack: false,
  note: [],
  voci: [
    {
      indice: 1,
      idVocePendenza: "1",
      importo: 10_050n,
      descrizione: "TARI",
      stato: "Non eseguito",
      incassata: false,
      destinazione: { variante: "entrata", codEntrata: "TARI" },
    },
  ],
  ...altro,
});

export const buildRicevuta = (altro: Partial<Ricevuta> = {}): Ricevuta => ({
  versione: 0,
  idDominio: COMUNE,
  iuv: "01000000000000133",
  idRicevuta: "ricevuta-1",
  numeroAvviso: "301000000000000133",
  idDominioTitolare: COMUNE,
  idA2A: APPLICAZIONE,
  idPendenza: "TARI-2026-1",
  primitiva: "paSendRTV2",
  importo: 10_050n,
  esito: "OK",
  idPsp: "ABI03069",
  denominazionePsp: "Banca di prova",
  idCanale: "CANALE",
  descrizioneCanale: "app",
  standIn: false,
  debitore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
  dataRicezione: ADESSO,
  dataPagamento: ADESSO,
  segnalazioni: [],
  rt: {},
  originale: { digest: "0" },
  ...altro,
});

export const buildChiamante = (altro: Partial<Chiamante> = {}): Chiamante => ({
  tipo: "applicazione",
  principal: "gest-tributi",
  nome: APPLICAZIONE,
  idA2A: APPLICAZIONE,
  autodeterminazione: true,
  domini: "*",
  tipiPendenza: "*",
  acl: [],
  ...altro,
});
