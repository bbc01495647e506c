/** The whole archive in memory for use-case tests: same repositories and unit of work as deployed, over the honest double. */
import { ArchivioAbbinamenti } from "../../shared/adapters/archivio/abbinamenti.ts";
import { AnagraficheInCache } from "../../shared/adapters/archivio/anagrafiche.ts";
import { ArchivioCausali, mappaDecisioneCausale } from "../../shared/adapters/archivio/causali.ts";
import { ArchivioConservazioni } from "../../shared/adapters/archivio/conservazioni.ts";
import { mappaEsportazione } from "../../shared/adapters/archivio/esportazioni.ts";
import { mappaImportazione } from "../../shared/adapters/archivio/importazioni.ts";
import { mappeAbbinamento } from "../../shared/adapters/archivio/mappe-abbinamento.ts";
import { mappaSeguito } from "../../shared/adapters/archivio/mappe-abbonamento.ts";
import { mappeAccessi } from "../../shared/adapters/archivio/mappe-accessi.ts";
import { mappeAnomalie, mappeInstradamento, mappeRiepilogo } from "../../shared/adapters/archivio/mappe-anomalia.ts";
import * as cambio from "../../shared/adapters/archivio/mappe-cambio.ts";
import * as conservazione from "../../shared/adapters/archivio/mappe-conservazione.ts";
import { mappaFascicolo } from "../../shared/adapters/archivio/mappe-fascicolo.ts";
import * as gpd from "../../shared/adapters/archivio/mappe-gpd.ts";
import * as lavoro from "../../shared/adapters/archivio/mappe-lavoro.ts";
import { mappaInvio, mappaNotifica } from "../../shared/adapters/archivio/mappe-notifica.ts";
import { mappaPrenotazionePagina, mappaQuotaPagina } from "../../shared/adapters/archivio/mappe-pagina.ts";
import * as posizione from "../../shared/adapters/archivio/mappe-posizione.ts";
import * as recupero from "../../shared/adapters/archivio/mappe-recupero.ts";
import * as rendicontazione from "../../shared/adapters/archivio/mappe-rendicontazione.ts";
import * as tesoreria from "../../shared/adapters/archivio/mappe-tesoreria.ts";
import * as tracciato from "../../shared/adapters/archivio/mappe-tracciato.ts";
import { mappaEsecuzioneTracciato } from "../../shared/adapters/archivio/mappe-tracciato-contabile.ts";
import * as uscite from "../../shared/adapters/archivio/mappe-uscite.ts";
import { ArchivioPagamentiEsterni } from "../../shared/adapters/archivio/pagamenti-esterni.ts";
import { ArchivioPosizioni } from "../../shared/adapters/archivio/posizioni.ts";
import { ArchivioProve } from "../../shared/adapters/archivio/prove.ts";
import { ArchivioRecuperi } from "../../shared/adapters/archivio/recuperi.ts";
import { mappeAnagrafiche } from "../../shared/adapters/archivio/registro.ts";
import { ArchivioRendicontazioni } from "../../shared/adapters/archivio/rendicontazioni.ts";
import { mappaSoglieSonde } from "../../shared/adapters/archivio/sonde.ts";
import { ArchivioTesoreria } from "../../shared/adapters/archivio/tesoreria.ts";
import { ArchivioUnitOfWork, type Mappe } from "../../shared/adapters/archivio/unit-of-work.ts";
import { DepositoInMemoria, type Osservatore } from "../../shared/adapters/memory/deposito.ts";
import { createClockFermo, createIdsInSequenza } from "../../shared/adapters/memory/tempo.ts";
import type { Evento } from "../../shared/domain/eventi.ts";
import type { Traccia } from "../../shared/ports/traccia.ts";
import type { Modifica } from "../../shared/ports/unit-of-work.ts";
import { seedAnagrafica } from "./anagrafica.ts";
import { ADESSO } from "./esempi.ts";

const MAPPE: Mappe = {
  allineamento: gpd.mappaAllineamento,
  verificaGpd: gpd.mappaVerificaGpd,
  ...mappeAnagrafiche,
  quotaPagina: mappaQuotaPagina,
  prenotazionePagina: mappaPrenotazionePagina,
  ...mappeAccessi,
  esecuzioneTracciato: mappaEsecuzioneTracciato,
  pendenza: posizione.mappaPendenza,
  tentativo: posizione.mappaTentativo,
  pagamento: posizione.mappaPagamento,
  ricevuta: posizione.mappaRicevuta,
  riscossione: posizione.mappaRiscossione,
  rendicontazione: posizione.mappaRendicontazione,
  notifica: mappaNotifica,
  invioRendicontazioni: mappaInvio,
  flusso: rendicontazione.mappaFlusso,
  riconciliazione: rendicontazione.mappaRiconciliazione,
  unicita: rendicontazione.mappaUnicita,
  segnalibro: rendicontazione.mappaSegnalibro,
  segnalibroAttivazioni: recupero.mappaSegnalibroAttivazioni,
  recupero: recupero.mappaRecupero,
  approvazione: cambio.mappaApprovazione,
  regoleConservazione: conservazione.mappaRegole,
  cicloConservazione: conservazione.mappaCiclo,
  voceStoria: conservazione.mappaStoria,
  cambioIban: cambio.mappaCambio,
  promemoria: uscite.mappaPromemoria,
  scadenzaPromemoria: uscite.mappaScadenzaPromemoria,
  tracciatoNotifica: uscite.mappaTracciatoNotifica,
  soglieSonde: mappaSoglieSonde,
  lavoro: lavoro.mappaLavoro,
  esecuzione: lavoro.mappaEsecuzione,
  importazione: mappaImportazione,
  esportazione: mappaEsportazione,
  tracciato: tracciato.mappaTracciato,
  tappaTracciato: tracciato.mappaTappaTracciato,
  ...mappeAbbinamento,
  ...mappeAnomalie,
  ...mappeInstradamento,
  ...mappeRiepilogo,
  fascicolo: mappaFascicolo,
  seguito: mappaSeguito,
  movimento: tesoreria.mappaMovimento,
  nomeMovimento: tesoreria.mappaNomeMovimento,
  chiaveMovimento: tesoreria.mappaChiaveMovimento,
  caricamento: tesoreria.mappaCaricamento,
  decisioneCausale: mappaDecisioneCausale,
};

export const createMemoria = async () => {
  let osserva: Osservatore = () => {};
  const richieste: string[] = [];
  const deposito = new DepositoInMemoria((richiesta) => {
    richieste.push(`${richiesta.operazione}:${richiesta.tabella}`);
    osserva(richiesta);
  });
  const clock = createClockFermo(ADESSO);
  const ids = createIdsInSequenza();
  const unitOfWork = new ArchivioUnitOfWork(deposito, MAPPE, clock, ids, { conservazioneEventiGiorni: 760 });
  await seedAnagrafica(deposito);
  const traccia: Traccia = {
    transactionId: "prova",
    inizio: ADESSO,
    omit: () => {},
    evento: (campi = {}): Evento => ({
      id: ids.next(),
      componente: "GOVPAY",
      categoriaEvento: "INTERNO",
      ruolo: "SERVER",
      tipoEvento: "prova",
      esito: "OK",
      dataEvento: clock.now(),
      durataMillisecondi: 0,
      transactionId: "prova",
      ...campi,
    }),
  };
  richieste.length = 0;
  return {
    deposito,
    clock,
    ids,
    unitOfWork,
    traccia,
    posizioni: new ArchivioPosizioni(deposito),
    rendicontazioni: new ArchivioRendicontazioni(deposito),
    recuperi: new ArchivioRecuperi(deposito),
    conservazioni: new ArchivioConservazioni(deposito),
    tesoreria: new ArchivioTesoreria(deposito),
    causali: new ArchivioCausali(deposito),
    esterni: new ArchivioPagamentiEsterni(deposito),
    abbinamenti: new ArchivioAbbinamenti(deposito),
    prove: new ArchivioProve(deposito),
    anagrafiche: new AnagraficheInCache(deposito, clock),
    /** Requests to the store since the last `richieste.length = 0`, as `operation:table`. */
    richieste,
    /** Sees each request before it happens; throwing simulates a crash. */
    observe: (nuovo: Osservatore): void => {
      osserva = nuovo;
    },
    /** Stores entities as they are. */
    store: async (...modifiche: readonly Modifica[]): Promise<void> => {
      const esito = await unitOfWork.commit(modifiche);
      if (!esito.ok) throw new Error("entità di prova già presente");
    },
    messaggi: (): readonly { coda: unknown; corpo: unknown }[] =>
      deposito
        .all("archivio")
        .filter((e) => e.pk.startsWith("OUT#"))
        .map((e) => ({ coda: e["coda"], corpo: JSON.parse(String(e["corpo"])) })),
  };
};

export type Memoria = Awaited<ReturnType<typeof createMemoria>>;
