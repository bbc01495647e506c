/** Asks for the files that are due. The run of a period has one name: two instances, or two hours, ask for it once. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { readCallback, readTipiCallback } from "../../domain/anagrafiche/connettore-govpay.ts";
import type { Dominio } from "../../domain/anagrafiche/creditore.ts";
import { periodoScaduto } from "../../domain/contabilita/tracciati/pianificazione.ts";
import { SINTESI, type Sintesi } from "../../domain/contabilita/tracciati/sintesi.ts";
import type { EsecuzioneTracciato, TracciatoContabile } from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
import { CONNETTORE_GOVPAY } from "../../domain/notifiche/invio-rendicontazioni.ts";
import type { Registro } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { TracciatiContabili } from "../../ports/tracciati-contabili.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { messaggioDi } from "./tracciati-contabili.ts";

export interface PortePianificazione {
  readonly registro: Pick<Registro, "list">;
  readonly tracciati: TracciatiContabili;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

const plan = ({ idDominio, nome, pianificazione, mittente }: TracciatoContabile, adesso: string): EsecuzioneTracciato | undefined => {
  const periodo = pianificazione && periodoScaduto(pianificazione, adesso);
  if (!periodo) return undefined;
  const id = `${nome}-${periodo.da}-${periodo.a}`;
  return {
    ...{ versione: 0, id, idDominio, nome, stato: "IN_ATTESA", origine: "PIANIFICATA" },
    ...periodo,
    mittente,
    dataRichiesta: adesso,
  };
};

/** GovPay makes it at three in the morning. */
const ORA_SINTESI = 3;

/** The payments, or the flows, of the day before, for the connector of the creditor that wants their summary (callback v1). */
const planSintesi = (dominio: Dominio, { contenuto, tracciato, prefisso }: Sintesi, adesso: string): EsecuzioneTracciato | undefined => {
  const periodo = readCallback(dominio, contenuto) && periodoScaduto({ cadenza: "GIORNALIERA", ora: ORA_SINTESI }, adesso);
  if (!periodo) return undefined;
  const { idDominio } = dominio;
  const mittente: Chiamante = {
    ...{ tipo: "applicazione", principal: CONNETTORE_GOVPAY, nome: CONNETTORE_GOVPAY, autodeterminazione: false, acl: [] },
    domini: [{ idDominio }],
    tipiPendenza: readTipiCallback(dominio),
  };
  return {
    ...{ versione: 0, id: `${prefisso}-${periodo.da}`, idDominio, nome: tracciato, stato: "IN_ATTESA" },
    ...{ origine: "PIANIFICATA", ...periodo, mittente, dataRichiesta: adesso },
    consegna: { destinatario: CONNETTORE_GOVPAY, stato: "DA_SPEDIRE", tentativi: 0 },
  };
};

export const scheduleTracciati =
  ({ registro, tracciati: esecuzioni, unitOfWork, clock }: PortePianificazione) =>
  async (traccia: Traccia): Promise<Readonly<Record<string, number>>> => {
    const adesso = clock.now();
    let [pianificati, richieste] = [0, 0];
    for (const dominio of await registro.list("dominio")) {
      const { idDominio } = dominio;
      if (!dominio.abilitato) continue;
      const tracciati = await registro.list("tracciatoContabile", idDominio);
      const daFare = [
        ...SINTESI.map((sintesi) => planSintesi(dominio, sintesi, adesso)),
        ...tracciati.map((t) => (t.abilitato ? plan(t, adesso) : undefined)),
      ];
      for (const valore of daFare) {
        if (!valore) continue;
        pianificati += 1;
        // Most hours find it done: the read is cheaper than a refused write.
        if (await esecuzioni.getEsecuzione(idDominio, valore.id)) continue;
        const scritto = await unitOfWork.commit([{ azione: "crea", entita: "esecuzioneTracciato", valore }], {
          eventi: [
            traccia.evento({
              idDominio,
              dettaglioEsito: `Tracciato contabile ${valore.nome} dal ${valore.da} al ${valore.a}, come pianificato`,
            }),
          ],
          messaggi: [messaggioDi(valore)],
        });
        if (scritto.ok) richieste += 1;
      }
    }
    return { pianificati, richieste };
  };
