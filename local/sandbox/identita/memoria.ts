/** Where the identity provider keeps codes, sessions and grants: in memory, because a restart of the machine may well ask people to log in again. */
import type { Adapter, AdapterPayload } from "oidc-provider";

interface Voce {
  readonly payload: AdapterPayload;
  readonly scade: number;
}

const MASSIMO = 5_000;
const voci = new Map<string, Voce>();

export const clearMemoria = (): void => voci.clear();

export class MemoriaIdentita implements Adapter {
  readonly #modello: string;

  constructor(modello: string) {
    this.#modello = modello;
  }

  #chiave(id: string): string {
    return `${this.#modello}:${id}`;
  }

  #find(scelta: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [chiave, { payload, scade }] of voci)
      if (chiave.startsWith(`${this.#modello}:`) && scade > Date.now() && scelta(payload)) return payload;
    return undefined;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<undefined> {
    const [prima] = voci.keys();
    if (voci.size >= MASSIMO && prima !== undefined) voci.delete(prima);
    voci.set(this.#chiave(id), { payload, scade: Date.now() + (expiresIn || 86_400) * 1000 });
    return undefined;
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const voce = voci.get(this.#chiave(id));
    return voce && voce.scade > Date.now() ? voce.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#find((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#find((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<undefined> {
    const voce = voci.get(this.#chiave(id));
    if (voce) voci.set(this.#chiave(id), { ...voce, payload: { ...voce.payload, consumed: Math.floor(Date.now() / 1000) } });
    return undefined;
  }

  async destroy(id: string): Promise<undefined> {
    voci.delete(this.#chiave(id));
    return undefined;
  }

  async revokeByGrantId(grantId: string): Promise<undefined> {
    for (const [chiave, { payload }] of voci) if (payload.grantId === grantId) voci.delete(chiave);
    return undefined;
  }
}
