/** Magic values at the Node: what the amount or the debtor of a payment asks for, done with the means of an ordinary day. */
import { findEsitoProva, RITARDO_PROVA_MINUTI, SCARTO_PROVA } from "../../../shared/domain/prova/valori-magici.ts";
import { addGiorni, giornoDi } from "../comune/date.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import { PSP } from "../psp/psp.ts";
import type { Attivazione, Attivazioni, Avviso } from "./attivazione.ts";
import type { Configurazione } from "./configurazione.ts";
import type { Consegna, DatiPagamento, Fault, Tentativo } from "./modello.ts";
import type { StandIn } from "./stand-in.ts";

/** The outcome asked by a payment that has been activated, among the given families. */
export const esitoDi = ({ importo, debitore }: DatiPagamento, ...famiglie: Parameters<typeof findEsitoProva>[1]) =>
  findEsitoProva({ importo, codiceFiscale: debitore.identificativo }, famiglie);

export const altroPsp = (idPsp: string): string => (idPsp === PSP[0].id ? PSP[2].id : PSP[0].id);

/** What a PSP says when it declines a payment that it had activated. */
export const rifiutoDelPsp = (idPsp: string): Fault => ({
  ...{ faultCode: "CANALE_SYSTEM_ERROR", faultString: "Operazione rifiutata dal PSP.", id: idPsp },
});

/** In the archive of the platform, as the creditor would have put it there; the debtor is not told by a verification. */
const posizioneDi = async (
  contesto: Contesto,
  configurazione: Configurazione,
  attivazioni: Attivazioni,
  avviso: Avviso,
  scambi: Scambio[],
): Promise<DatiPagamento | undefined> => {
  const verificata = await attivazioni.verificaNotice(avviso, scambi);
  const iban = (await configurazione.find(avviso.idDominio))?.iban?.[0];
  if (!verificata.ok || iban === undefined) return undefined;
  const { importo, causale, ragioneSociale, dataScadenza = addGiorni(giornoDi(contesto.ora()), 30) } = verificata.valore;
  const iuv = avviso.numeroAvviso.slice(avviso.numeroAvviso.startsWith("0") ? 3 : 1);
  const trasferimento = { idTransfer: 1, importo, idDominio: avviso.idDominio, iban, causale: `/RFB/${iuv}`, categoria: "9/0101101IM/" };
  const debitore = { tipo: "F", identificativo: "ANONIMO", anagrafica: "ANONIMO" };
  return { iuv, importo, dataScadenza, causale, ragioneSociale, debitore, trasferimenti: [trasferimento] };
};

interface Impianto {
  readonly contesto: Contesto;
  readonly configurazione: Configurazione;
  readonly attivazioni: Attivazioni;
  readonly standIn: StandIn;
}

/** Activations as the amount of the notice wants them; it must be known, as it is after a verification or from the QR code. */
export const createActivateDiProva =
  ({ contesto, configurazione, attivazioni, standIn }: Impianto): Attivazioni["activate"] =>
  async (attivazione: Attivazione, scambi) => {
    const { importo, idDominio, numeroAvviso, idPsp } = attivazione;
    switch (findEsitoProva({ importo }, ["pagamento"])) {
      case "IN_CORSO":
        await attivazioni.activate({ ...attivazione, idPsp: altroPsp(idPsp) }, scambi);
        return attivazioni.activate(attivazione, scambi);
      case "IMPORTO_CAMBIATO":
        return attivazioni.activate({ ...attivazione, importo: (importo ?? 0n) + SCARTO_PROVA }, scambi);
      case "STAND_IN": {
        if (!standIn.attiva(idDominio, numeroAvviso).ok) {
          const dati = await posizioneDi(contesto, configurazione, attivazioni, attivazione, scambi);
          if (dati !== undefined) standIn.put(idDominio, numeroAvviso, dati);
        }
        return attivazioni.activate({ ...attivazione, inStandIn: true }, scambi);
      }
      default:
        return attivazioni.activate(attivazione, scambi);
    }
  };

/** How the receipt of a payment leaves, and of what payment it tells. */
export interface Partenza {
  readonly tentativo: Tentativo;
  readonly esito: "OK" | "KO";
  readonly smarrita: boolean;
  readonly doppia: boolean;
  /** Milliseconds after the payment. */
  readonly ritardo: number;
}

const conImporti = (tentativo: Tentativo, cambia: (importo: bigint, indice: number) => bigint): Tentativo => {
  const trasferimenti = tentativo.dati.trasferimenti.map((voce, indice) => ({ ...voce, importo: cambia(voce.importo, indice) }));
  const importo = trasferimenti.reduce((totale, voce) => totale + voce.importo, 0n);
  return { ...tentativo, dati: { ...tentativo.dati, importo, trasferimenti } };
};

export const partenzaDi = (tentativo: Tentativo): Partenza => {
  const normale: Partenza = { tentativo, esito: "OK", smarrita: false, doppia: false, ritardo: 0 };
  switch (esitoDi(tentativo.dati, "ricevuta")) {
    case "RICEVUTA_TARDI":
      return { ...normale, ritardo: RITARDO_PROVA_MINUTI * 60_000 };
    case "RICEVUTA_DOPPIA":
      return { ...normale, doppia: true };
    case "RICEVUTA_SMARRITA":
      return { ...normale, smarrita: true };
    case "RICEVUTA_DIVERSA":
      return { ...normale, tentativo: conImporti(tentativo, (importo, indice) => (indice === 0 ? importo - SCARTO_PROVA : importo)) };
    case "RICEVUTA_KO":
      return { ...normale, esito: "KO", tentativo: conImporti(tentativo, () => 0n) };
    default:
      return normale;
  }
};

/** Deliveries as they leave. */
export const toPartite = (consegne: readonly Consegna[], { smarrita, ritardo }: Partenza): readonly Consegna[] =>
  consegne.map((consegna) => ({
    ...consegna,
    prossimo: consegna.prossimo + ritardo,
    ...(smarrita ? { stato: "ESAURITA" as const } : {}),
  }));
