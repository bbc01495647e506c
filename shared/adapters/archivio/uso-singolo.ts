/** Names good once, beside the accesses: the only keys that a function which lets callers in may write. */
import type { UsoSingolo } from "../../ports/captcha.ts";
import type { Deposito } from "../../ports/deposito.ts";

export const createUsoSingolo = (deposito: Pick<Deposito, "commit">): UsoSingolo => ({
  take: async (nome, scade) => {
    const elemento = { pk: `ACC#USATO#${nome}`, sk: "USATO", versione: 1, scadeAlle: Math.ceil(Date.parse(scade) / 1000) + 60 };
    return (await deposito.commit([{ azione: "crea", tabella: "anagrafiche", elemento }])).length === 0;
  },
});
