/** What the tests of the repair queue and of the receipts find: searches in several states, and two operators. */
import {
  mappaPendenza,
  mappaRendicontazione,
  mappaRicevuta,
  mappaRiscossione,
  mappaTentativo,
} from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { mappaRecupero } from "../../../shared/adapters/archivio/mappe-recupero.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import type { Recupero } from "../../../shared/domain/recuperi/recupero.ts";
import type { Modifica } from "../../../shared/ports/unit-of-work.ts";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { buildIuv, FLUSSO, PSP } from "../../sostegno/flussi.ts";
import type { Prova } from "./prove.ts";

/** Every right on receipts and recoveries of UNIONE, none on COMUNE. */
export const DI_UNIONE = "ricevute-unione";
/** Sees everything of COMUNE and may change nothing. */
export const SOLO_LETTURA = "legge-ricevute";

export const store = async (prova: Prova, ...modifiche: readonly Modifica[]): Promise<void> => {
  const mappe = {
    pendenza: mappaPendenza,
    ricevuta: mappaRicevuta,
    riscossione: mappaRiscossione,
    rendicontazione: mappaRendicontazione,
    tentativo: mappaTentativo,
    recupero: mappaRecupero,
  };
  const { deposito } = prova.ambiente();
  const esito = await new ArchivioUnitOfWork(deposito, mappe, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
  }).commit(modifiche);
  if (!esito.ok) throw new Error("entità di prova già presente");
};

export const buildRecupero = (n: number, altro: Partial<Recupero> = {}): Recupero => ({
  versione: 0,
  idDominio: COMUNE,
  iuv: buildIuv(n),
  iur: `iur-${n}`,
  stato: "DA_RECUPERARE",
  origine: "FLUSSO",
  dataRilevazione: `2026-11-2${n}T06:00:00.000Z`,
  dataProssimoTentativo: `2026-11-2${n}T18:00:00.000Z`,
  tentativi: 0,
  urgente: false,
  idFlusso: FLUSSO,
  idPsp: PSP,
  revisione: 1,
  esito: 0,
  importo: 1001n,
  ...altro,
});

export const chiaveDi = ({ idDominio, iuv, iur }: Recupero) => ({ idDominio, iuv, iur });

const operatore = async (prova: Prova, principal: string, idDominio: string, autorizzazioni: readonly string[]): Promise<void> => {
  const servizi = ["Rendicontazioni e Incassi", "Pagamenti"];
  const body = {
    ragioneSociale: principal,
    password: PASSWORD,
    domini: [idDominio],
    tipiPendenza: ["*"],
    acl: servizi.map((servizio) => ({ servizio, autorizzazioni })),
  };
  const { status, testo } = await prova.invoke("addOperatore", { params: { principal }, body });
  if (status !== 201) throw new Error(testo);
};

export const seedRecuperi = async (prova: Prova): Promise<void> => {
  await operatore(prova, DI_UNIONE, UNIONE, ["R", "W"]);
  await operatore(prova, SOLO_LETTURA, COMUNE, ["R"]);
  const valori = [
    buildRecupero(1, { stato: "NON_TROVATO", tentativi: 5, dettaglio: "pagoPA ha risposto 404", dataChiusura: "2026-11-25T06:00:00.000Z" }),
    buildRecupero(2, { stato: "RECUPERATO", provenienza: "RECUPERO", dataChiusura: "2026-11-23T06:00:00.000Z" }),
    buildRecupero(3),
    buildRecupero(4, { stato: "IN_ATTESA", origine: "ATTIVAZIONE" }),
    buildRecupero(5, { idDominio: UNIONE }),
  ];
  await store(prova, ...valori.map((valore) => ({ azione: "crea", entita: "recupero", valore }) as const));
};
