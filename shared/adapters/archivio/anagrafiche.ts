/** Cached reads of the registry for the money path: at most 60 s old, at most 2,000 entries per instance; one load at a time per key. */
import type { Acl, AmbitoDomini, Applicazione, Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Creditore, Entrata, Intermediario, Stazione, TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import type { NomeSezione, ValoreSezione } from "../../domain/configurazione/sezioni.ts";
import type { Anagrafiche, RegistroDiBase, Utenza } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Deposito } from "../../ports/deposito.ts";
import { loadCreditore } from "./creditori.ts";
import { createRegistroDiBase } from "./lettore-registro.ts";

const DURATA_MILLISECONDI = 60_000;
/** What does not exist is forgotten sooner: a creditor just registered must work at once. */
const DURATA_ASSENZA_MILLISECONDI = 2_000;
const MASSIMO_VOCI = 2_000;

/** The three booleans of an application are rights on the machine APIs (reference 3.13). */
const aclDiApplicazione = (applicazione: Applicazione): Acl[] => {
  const servizi = [
    ...(applicazione.apiPagamenti ? ["API Pagamenti"] : []),
    ...(applicazione.apiPendenze ? ["API Pendenze"] : []),
    ...(applicazione.apiRagioneria ? ["API Ragioneria"] : []),
  ];
  return servizi.map((servizio) => ({ servizio, autorizzazioni: ["R", "W"] }));
};

export class AnagraficheInCache implements Anagrafiche {
  readonly #deposito: Deposito;
  readonly #registro: RegistroDiBase;
  readonly #clock: Clock;
  readonly #voci = new Map<string, { scade: number; valore: Promise<unknown> }>();

  constructor(deposito: Deposito, clock: Clock) {
    this.#deposito = deposito;
    this.#registro = createRegistroDiBase(deposito);
    this.#clock = clock;
  }

  async #remember<T>(chiave: string, load: () => Promise<T | undefined>): Promise<T | undefined> {
    const adesso = Date.parse(this.#clock.now());
    const nota = this.#voci.get(chiave);
    // An entry from the future means that the clock went back: it does not count.
    if (nota && nota.scade > adesso && nota.scade <= adesso + DURATA_MILLISECONDI) return nota.valore as Promise<T | undefined>;
    const valore = load();
    const voce = { scade: adesso + DURATA_MILLISECONDI, valore };
    this.#voci.set(chiave, voce);
    if (this.#voci.size > MASSIMO_VOCI) {
      const [piuVecchia] = this.#voci.keys();
      if (piuVecchia !== undefined) this.#voci.delete(piuVecchia);
    }
    try {
      const caricato = await valore;
      if (caricato === undefined) voce.scade = adesso + DURATA_ASSENZA_MILLISECONDI;
      return caricato;
    } catch (errore) {
      this.#voci.delete(chiave);
      throw errore;
    }
  }

  getCreditore(idDominio: string): Promise<Creditore | undefined> {
    return this.#remember(`DOM#${idDominio}`, () => loadCreditore(this.#deposito, idDominio));
  }

  getIntermediario(idIntermediario: string): Promise<Intermediario | undefined> {
    return this.#remember(`INT#${idIntermediario}`, () => this.#registro.get("intermediario", idIntermediario));
  }

  getStazione(idStazione: string): Promise<Stazione | undefined> {
    return this.#remember(`STA#${idStazione}`, () => this.#registro.get("stazione", idStazione, idStazione.split("_")[0]));
  }

  getTipoPendenza(idTipoPendenza: string): Promise<TipoPendenza | undefined> {
    return this.#remember(`TIP#${idTipoPendenza}`, () => this.#registro.get("tipoPendenza", idTipoPendenza));
  }

  getEntrata(idEntrata: string): Promise<Entrata | undefined> {
    return this.#remember(`ENT#${idEntrata}`, () => this.#registro.get("entrata", idEntrata));
  }

  getApplicazione(idA2A: string): Promise<Applicazione | undefined> {
    return this.#remember(`APP#${idA2A}`, () => this.#registro.get("applicazione", idA2A));
  }

  async getApplicazioni(): Promise<readonly Applicazione[]> {
    return (await this.#remember("APPLICAZIONI", () => this.#registro.list("applicazione"))) ?? [];
  }

  async getSezione(nome: NomeSezione): Promise<ValoreSezione> {
    // An empty one is remembered as long as the others: on most installations there is nothing to read.
    const sezione = await this.#remember(
      `CFG#${nome}`,
      async () => (await this.#registro.get("sezioneConfigurazione", nome))?.valore ?? {},
    );
    return sezione ?? {};
  }

  getUtenza(principal: string): Promise<Utenza | undefined> {
    return this.#remember(`PRI#${principal}`, () => this.#loadUtenza(principal));
  }

  async #loadUtenza(principal: string): Promise<Utenza | undefined> {
    const principale = await this.#registro.get("principale", principal);
    if (!principale) return undefined;
    switch (principale.tipo) {
      case "applicazione": {
        const valore = await this.#registro.get("applicazione", principale.riferimento);
        if (!valore) return undefined;
        const acl = valore.inProva
          ? aclDiApplicazione(valore)
          : [...valore.acl, ...(await this.#aclDiRuoli(valore.ruoli)), ...aclDiApplicazione(valore)];
        return {
          tipo: "applicazione",
          valore,
          chiamante: {
            ...ambiti(valore),
            ...(valore.inProva && { domini: await this.#dominiInProva(valore.domini), prova: true }),
            tipo: "applicazione",
            nome: valore.idA2A,
            idA2A: valore.idA2A,
            autodeterminazione: valore.autodeterminazione,
            acl,
            ...(valore.limiteRichieste && { limiteRichieste: valore.limiteRichieste }),
          },
        };
      }
      case "operatore": {
        const valore = await this.#registro.get("operatore", principale.riferimento);
        if (!valore) return undefined;
        const acl = [...valore.acl, ...(await this.#aclDiRuoli(valore.ruoli))];
        return {
          tipo: "operatore",
          valore,
          chiamante: { ...ambiti(valore), tipo: "operatore", nome: valore.ragioneSociale, autodeterminazione: true, acl },
        };
      }
      case "nodo": {
        const valore = await this.#registro.get("intermediario", principale.riferimento);
        if (!valore) return undefined;
        return {
          tipo: "nodo",
          valore,
          chiamante: {
            tipo: "nodo",
            principal,
            nome: valore.denominazione,
            autodeterminazione: false,
            domini: "*",
            tipiPendenza: "*",
            acl: [],
          },
        };
      }
    }
  }

  /** A creditor put into service is seen no more, whoever forgot to take it away from the scope; "every creditor" is none. */
  async #dominiInProva(domini: AmbitoDomini): Promise<AmbitoDomini> {
    if (domini === "*") return [];
    const creditori = await Promise.all(domini.map(({ idDominio }) => this.getCreditore(idDominio)));
    return domini.filter((_, i) => creditori[i]?.dominio.inProva === true);
  }

  async getAclRuoli(ruoli: readonly string[]): Promise<readonly Acl[]> {
    const trovati = await Promise.all(ruoli.map((id) => this.#remember(`RUO#${id}`, () => this.#registro.get("ruolo", id))));
    return trovati.flatMap((ruolo) => ruolo?.acl ?? []);
  }

  async #aclDiRuoli(ruoli: readonly string[]): Promise<Acl[]> {
    const trovati = await Promise.all(ruoli.map((id) => this.#registro.get("ruolo", id)));
    return trovati.flatMap((ruolo) => ruolo?.acl ?? []);
  }
}

const ambiti = (
  utenza: Pick<Chiamante, "principal" | "domini" | "tipiPendenza">,
): Pick<Chiamante, "principal" | "domini" | "tipiPendenza"> => ({
  principal: utenza.principal,
  domini: utenza.domini,
  tipiPendenza: utenza.tipiPendenza,
});
