/** The legacy Node in memory, behind its port: keeps what it was sent and answers what the test tells it. */
import type { Stazione } from "../../shared/domain/anagrafiche/creditore.ts";
import { ko, ok } from "../../shared/domain/esito.ts";
import { toJsonNodo } from "../../shared/domain/pagamenti/json-nodo.ts";
import { riferimentiPendenza, type Tentativo } from "../../shared/domain/pagamenti/tentativo.ts";
import type { Rpt } from "../../shared/domain/storico/rpt.ts";
import { toSoggettoStorico } from "../../shared/domain/storico/soggetti.ts";
import type {
  CanaleNodo,
  ChiaveRpt,
  MancataRispostaNodo,
  NodoStorico,
  PuntoNodo,
  RptDaInviare,
  RptPendente,
} from "../../shared/ports/nodo-storico.ts";
import { COMUNE, IBAN_COMUNE, INTERMEDIARIO, STAZIONE } from "./anagrafica.ts";
import { ADESSO, buildPendenza } from "./esempi.ts";

export const PAGINA_WISP = "https://wisp.example/page?idSession=sessione-1";

export const faultNodo = (faultCode: string): MancataRispostaNodo => ({
  causa: "fault",
  dettaglio: faultCode,
  faults: [{ faultCode, faultString: "", id: "NodoDeiPagamentiSPC" }],
});
export const SILENZIO: MancataRispostaNodo = { causa: "irraggiungibile", dettaglio: "nessuna risposta", incerta: true };
export const MAI_PARTITA: MancataRispostaNodo = { causa: "irraggiungibile", dettaglio: "ECONNREFUSED", incerta: false };

/** The station of the tests as one of the legacy family. */
const STAZIONE_V1: Stazione = {
  versione: 1,
  idIntermediario: INTERMEDIARIO,
  idStazione: STAZIONE,
  versioneStazione: "V1",
  password: "parola-01",
  abilitato: true,
};
export const stazioneV1 = { azione: "sostituisci", entita: "stazione", valore: STAZIONE_V1 } as const;

const nomeDi = ({ iuv, ccp }: ChiaveRpt): string => `${iuv} ${ccp}`;

export const createNodoInMemoria = () => {
  const chiamate: string[] = [];
  const inviate: {
    readonly punto: PuntoNodo;
    readonly canale: CanaleNodo;
    readonly rpt: readonly RptDaInviare[];
    readonly idCarrello?: string;
  }[] = [];
  /** Answers to give, in order; then the Node takes what it is sent. */
  const risposte: MancataRispostaNodo[] = [];
  const stati = new Map<string, string>();
  const copie = new Map<string, Uint8Array>();
  const pendenti: RptPendente[] = [];
  let pagina: string | undefined = PAGINA_WISP;

  const take = (nome: string) => {
    chiamate.push(nome);
    const mancata = risposte.shift();
    return mancata && ko(mancata);
  };
  const accept = () => ok(pagina === undefined ? {} : { url: pagina });
  const nodoStorico: NodoStorico = {
    inviaRpt: async (punto, canale, rpt) => {
      inviate.push({ punto, canale, rpt: [rpt] });
      return take(`invia ${nomeDi(rpt)}`) ?? accept();
    },
    inviaCarrello: async (punto, canale, { idCarrello, rpt }) => {
      inviate.push({ punto, canale, rpt, idCarrello });
      return take(`carrello ${rpt.length}`) ?? accept();
    },
    chiediStato: async (_punto, chiave) => {
      const stato = stati.get(nomeDi(chiave));
      return take(`stato ${nomeDi(chiave)}`) ?? (stato === undefined ? ko(faultNodo("PPT_RPT_SCONOSCIUTA")) : ok({ stato, storico: [] }));
    },
    chiediPendenti: async () => take("pendenti") ?? ok(pendenti),
    chiediCopiaRt: async (_punto, chiave) => {
      const rt = copie.get(nomeDi(chiave));
      return take(`copia ${nomeDi(chiave)}`) ?? (rt === undefined ? ko(faultNodo("PPT_RT_NONDISPONIBILE")) : ok({ tipoFirma: "0", rt }));
    },
  };
  return {
    nodoStorico,
    chiamate,
    inviate,
    risposte,
    stati,
    copie,
    pendenti,
    setPagina: (url: string | undefined): void => {
      pagina = url;
    },
  };
};

/** A legacy attempt on the debt of the tests, with the RPT it would send. */
export const buildTentativoStorico = (altro: Partial<Tentativo> = {}): Tentativo => {
  const pendenza = buildPendenza();
  const ccp = altro.ccp ?? "ccp-1";
  const rpt: Rpt = {
    versioneOggetto: "6.2.0",
    dominio: { identificativoDominio: COMUNE, identificativoStazioneRichiedente: STAZIONE },
    identificativoMessaggioRichiesta: "messaggio-1",
    dataOraMessaggioRichiesta: ADESSO,
    autenticazioneSoggetto: "N/A",
    soggettoPagatore: toSoggettoStorico("Pagatore", pendenza.debitore),
    enteBeneficiario: {
      identificativoUnivocoBeneficiario: { tipoIdentificativoUnivoco: "G", codiceIdentificativoUnivoco: COMUNE },
      denominazioneBeneficiario: "Comune di Prova",
    },
    datiVersamento: {
      dataEsecuzionePagamento: ADESSO.slice(0, 10),
      importoTotaleDaVersare: pendenza.importo,
      tipoVersamento: "PO",
      identificativoUnivocoVersamento: pendenza.iuv,
      codiceContestoPagamento: ccp,
      firmaRicevuta: "0",
      datiSingoloVersamento: [
        {
          importoSingoloVersamento: pendenza.importo,
          ibanAccredito: IBAN_COMUNE,
          causaleVersamento: "/RFB/01000000000000133/100.50",
          datiSpecificiRiscossione: "9/0101100IM/",
        },
      ],
    },
  };
  return {
    versione: 0,
    ...riferimentiPendenza(pendenza),
    ccp,
    stato: "RPT_ATTIVATA",
    modello: "Pagamento ad iniziativa PSP",
    dataRichiesta: ADESSO,
    importo: pendenza.importo,
    idStazione: STAZIONE,
    rpt: toJsonNodo(rpt),
    tipoRpt: "RPT",
    voci: [1],
    ...altro,
  };
};
