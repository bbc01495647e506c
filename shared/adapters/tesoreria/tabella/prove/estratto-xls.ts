/** A bank's statement as an independent program writes it in the old format: a hidden sheet first, days, a foreign currency, a formula in the foot. */
import { gunzipSync } from "node:zlib";

const COMPRESSO = [
  "H4sIAAAAAAACA+1YS2wbVRS9Y8/4bzdOmn7SNp26QKElcWLn16K0thO3dchPdtOWj0SdJiUWaVIlFQJWFZ8dSEhdgdhUrJCQ+CyoQCzCjg0CdYPEKmXBGqQu24Rz78w8",
  "exyiJi0qH+WNzps5971337vv3rnz7J9+jC/f+KLlNtWV4+SlldUg+WpkGuBxSIPFGSurq6uOeHWr/KfKPWDFhg7/GQD73A8EgKDt3y38f8HvtBdYz/8hIAxEgCgQA7ZZ",
  "KYDiQCPQBGwHmoEdwE5gF7AbaAH2AHuBfUArsB8wgQNAAjgIPAY8DjwBHAKeBJ4CDgNHgKeBNqAdSAIdQCeQAtJAF9C9Fa+bQpEeruhkaE4u0TY4hmPtWtT5ppRoBt5L",
  "01UaEu9trjSSR+b32N+eja/bKudonhboFZrEfR73B53fKRsZw/vUG6W/rWx2/trSm+pJPczcwQCygM+gyYUf/MEljXxIHLdxSvhc/07OCr8CL9IVzielmXT66lCJHknJ",
  "yRrKGq8By6J+Tce+e+gjII6s5LF8J5mL68+k57dS90tGI7qwsDTYZ3vsjpaRfu9JnZA6hlqjmzLmF5F0Itf9LiPet18GQ8sivipUpllq1bupD1lRS1Bo9HQpSWHUJpTN",
  "4EpQ7lKCLuNKkK+YoEVcCbr1OrcvS2olulPn3i35o5XXF0seWyO/ICHxDlx908/BE9BGEQCLdBEpZhGJbh5tLfRlQF4gbQT8VYTIZZqmObRW6F3iYNXoLhX1XvvDGCBt",
  "rk7JadJyEM1BVMbH9AzGL0o6m7ZDzkRybcfL105ZwKQm08Qs9bOZNIXnWdxZ9ZyoNqkAfT34xJ4HuvFpTSF0O+XqEFSvTrSl0aMb/b2EeM9hMB4GiB8NfhijUagbw8lC",
  "G0TjWaCE1hjTLFqymNDpZY0fpjzOHDXNZ1EP04QwP2kFGqFxjCiKXkxSwoBTUDDGrTz1hEzBeiKE/Z/AAN6DLMTVviHSipjtpDTl0DhKPDZSKx6AkgJG8OLsReWhYoC4",
  "y/MArzuPnLFOgynSM1JneanVDQWp7mmEW9bd1jwsKHJUHOHg6MLgHPQjuhp42FF07gCO4uK2HqWkA8+tvLQyHMshMYbgmILb5+D0Y+ApDEjKIpK2kh56BvJBCaeL6P0G",
  "D3dIBbQicTLtUlaWyLFUVjfSpE9NVpXHHg7jUPc9bGDpMXFyCveTuOfoWYm3EVzn5eIevItp3JNwNNuehIZTeM7jEFiUKMrjzns6YntnDH0mpK1qSpuY1iZmjuPK0nMy",
  "VxFSa6426HB6d8q2d8neYa/bOMOz/L6b3MuBMYB94Qxekext7VKFEz7HNhtXkOCzAqMAIxPz514wZTEFMaIkz3n2N4fv4P3n7eNlvsYxP4XpZnGVxUkRfiP4ozMlb/Ml",
  "20ez8FBIfbYbXJ/tqHzOIqincLzn57h81BqQe+5+8setkcnxEy+J/LDIj0j9pkiuyY8Fq7wl8retvwo8MXXksep7Mr/144HouKeRvpL/GDI1+fMbrYnzXX3SfDnQBNSe",
  "I0XtTOAQ4D5eymT6mhPfP2G6X+qYy3RnI6w5PIppYF7FPGC6Yl4wQzEdzKeYAeZXzCfrdpgfLKhYACykWBAsrFgILKJYGCyqWAQsplgUbJvNvGJDg2JsQ1wxtqFRMbaB",
  "fyl6sTde2BCX/Vi68VvGkhi2ZFlJ2JbQzx9f6R+6nrF0sD3blUa2p1kxtmeHYmzPTsXCrja2Z5dibM9um+kue3SXPbrLHt1lj77GHl3ZU5X47MDHr9uMpYPtaVEa2Z49",
  "itXao4s9exULu9rYnn2KsT2tNjNc9hguewyXPYbYs9+2x1hjjyGr//ADLl+fsEbUesNwecNwrd6Q1ZuKhV1tvPoDivHqEzbzyeoPKqbVjPPJ6qvM62K6ixk2Yzt81ahq",
  "uZ5ZLwU1Y/1/cTZ70CTkkz9PnCT0ryl/Ao76lUQAFgAA",
];

export const ESTRATTO_XLS: Buffer = gunzipSync(Buffer.from(COMPRESSO.join(""), "base64"));
