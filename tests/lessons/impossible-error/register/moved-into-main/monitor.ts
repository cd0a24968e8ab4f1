/** Empty: the class has moved. */
export {}
