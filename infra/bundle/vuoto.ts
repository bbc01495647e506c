/** What stands for a module that nobody reads. */
export {};
