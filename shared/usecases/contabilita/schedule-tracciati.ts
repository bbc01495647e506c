/** Asks for the files that are due. The run of a period has one name: two instances, or two hours, ask for it once. */
import { periodoScaduto } from "../../domain/contabilita/tracciati/pianificazione.ts";
import type { EsecuzioneTracciato, TracciatoContabile } from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
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

export const scheduleTracciati =
  ({ registro, tracciati, unitOfWork, clock }: PortePianificazione) =>
  async (traccia: Traccia): Promise<Readonly<Record<string, number>>> => {
    const adesso = clock.now();
    let [pianificati, richieste] = [0, 0];
    for (const { idDominio, abilitato } of await registro.list("dominio")) {
      if (!abilitato) continue;
      for (const tracciato of await registro.list("tracciatoContabile", idDominio)) {
        const valore = tracciato.abilitato ? plan(tracciato, adesso) : undefined;
        if (!valore) continue;
        pianificati += 1;
        // Most hours find it done: the read is cheaper than a refused write.
        if (await tracciati.getEsecuzione(idDominio, valore.id)) continue;
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
